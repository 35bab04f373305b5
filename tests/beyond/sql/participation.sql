SELECT
    'people-' || meeting AS id, meeting AS event, '与会者' AS population_zh, 'Participants' AS population_en,
    'total' AS dimension, '全体与会者' AS category_zh, 'All participants' AS category_en,
    total AS "value", '=' AS op, 'people' AS unit, NULL AS derived, source
FROM totals
UNION ALL
-- A total of the meetings whose number is stated: with the others in it, theirs would follow by subtraction.
SELECT
    'attendances', NULL, '与会人次（有数字的会议）', 'Attendances, of meetings with a number',
    'total', '合计', 'In all',
    SUM(total), '=', 'people', STRING_AGG('people-' || meeting, ' + ' ORDER BY meeting),
    (
        SELECT STRING_AGG(CAST(para AS VARCHAR(10)), ';' ORDER BY para)
        FROM (
            SELECT DISTINCT listed.para FROM listed
            INNER JOIN totals ON totals.meeting = listed.meeting
            WHERE totals.total IS NOT NULL
        ) AS once
    )
FROM totals
WHERE total IS NOT NULL
HAVING COUNT(*) > 0
ORDER BY id
