-- What the tables of the package are counted from. Reads `register`, `meetings` and `settings`.

-- The register's own words become the package's. A role that is not named here becomes NULL, which checks.sql tells.
CREATE VIEW listed AS
SELECT
    person, day, meeting, place, country, para,
    CASE role
        WHEN 'Delegate' THEN 'delegate'
        WHEN 'Head of delegation' THEN 'delegate'
        WHEN 'Observer' THEN 'observer'
        WHEN 'Invited speaker' THEN 'speaker'
        WHEN 'Moderator' THEN 'chair'
        WHEN 'Secretariat' THEN 'organiser'
        WHEN 'Press' THEN 'press'
    END AS role
FROM register;

-- People, not rows: the register lists a person once a day. A table, so that the register is counted once.
CREATE TABLE counted AS
SELECT meeting, country, role, COUNT(DISTINCT person) AS people
FROM listed
GROUP BY meeting, country, role;

-- Every paragraph that a number is counted from.
CREATE TABLE cited AS
SELECT meeting, country, role, STRING_AGG(CAST(para AS VARCHAR(10)), ';' ORDER BY para) AS source
FROM (SELECT DISTINCT meeting, country, role, para FROM listed) AS once
GROUP BY meeting, country, role;

-- The groups of a meeting from the smallest on, and how many people the smaller ones hold together.
CREATE VIEW ranked AS
SELECT
    meeting, country, role, people,
    MIN(people) OVER (PARTITION BY meeting) AS smallest,
    ROW_NUMBER() OVER (PARTITION BY meeting ORDER BY people, COALESCE(country, ''), role) AS place,
    SUM(people) OVER (
        PARTITION BY meeting ORDER BY people, COALESCE(country, ''), role ROWS UNBOUNDED PRECEDING
    ) - people AS smaller
FROM counted;

-- A count below the least is not stated. Nor are the next ones, until no hidden count follows from the meeting's total and the others:
-- at least two groups are hidden, and the least number of people with them.
CREATE VIEW disclosed AS
SELECT
    meeting, country, role,
    CASE
        WHEN people < least_count THEN NULL
        WHEN smallest < least_count AND (place = 2 OR smaller < least_count) THEN NULL
        ELSE people
    END AS people
FROM ranked CROSS JOIN settings;

-- The total of each meeting, with the paragraphs of its groups.
CREATE VIEW totals AS
SELECT
    people.meeting,
    CASE WHEN people.total < settings.least_count THEN NULL ELSE people.total END AS total,
    paras.source
FROM (SELECT meeting, SUM(people) AS total FROM counted GROUP BY meeting) AS people
INNER JOIN (
    SELECT meeting, STRING_AGG(CAST(para AS VARCHAR(10)), ';' ORDER BY para) AS source
    FROM (SELECT DISTINCT meeting, para FROM listed) AS once
    GROUP BY meeting
) AS paras ON paras.meeting = people.meeting
CROSS JOIN settings;
