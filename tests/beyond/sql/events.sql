SELECT
    meetings.meeting AS id, meetings.kind, meetings.title_zh, meetings.title_en, 'translation' AS title_origin,
    held.first_day AS "start", held.last_day AS "end", 'day' AS "precision", held.place, meetings.hosts,
    meetings.para AS source
FROM meetings
INNER JOIN (
    SELECT meeting, MIN(day) AS first_day, MAX(day) AS last_day, MIN(place) AS place
    FROM listed
    GROUP BY meeting
) AS held ON held.meeting = meetings.meeting
ORDER BY held.first_day, meetings.meeting
