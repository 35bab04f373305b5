-- What the other statements rely on. Each row that this gives is something to mend in the register or in `meetings`.
SELECT 'a role that views.sql does not name' AS trouble, meeting FROM listed WHERE role IS NULL
UNION
SELECT 'people without a number, a day or a paragraph', meeting FROM listed
WHERE person IS NULL OR day IS NULL OR para IS NULL
UNION
SELECT 'a meeting that the table of meetings does not have', meeting FROM listed
WHERE meeting IS NULL OR meeting NOT IN (SELECT meeting FROM meetings)
UNION
SELECT 'a meeting of which the register lists nobody', meeting FROM meetings
WHERE NOT EXISTS (SELECT 1 FROM listed WHERE listed.meeting = meetings.meeting)
UNION
SELECT 'a meeting in two places', meeting FROM listed GROUP BY meeting HAVING COUNT(DISTINCT place) > 1
UNION
SELECT 'a person under two roles or countries', meeting FROM (
    SELECT meeting, person FROM listed
    GROUP BY meeting, person
    HAVING COUNT(DISTINCT role) > 1 OR COUNT(DISTINCT COALESCE(country, '')) > 1
) AS twice
ORDER BY trouble, meeting
