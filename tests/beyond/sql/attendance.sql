SELECT disclosed.meeting AS event, disclosed.country, disclosed.role, disclosed.people AS "count", cited.source
FROM disclosed
INNER JOIN cited
    ON cited.meeting = disclosed.meeting
    AND COALESCE(cited.country, '') = COALESCE(disclosed.country, '')
    AND cited.role = disclosed.role
ORDER BY disclosed.meeting, COALESCE(disclosed.country, ''), disclosed.role
