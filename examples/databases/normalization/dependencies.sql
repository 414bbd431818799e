-- For each rule "left decides right": how many values of left break it?
SELECT 'project -> title' AS rule, count(*) AS broken_by
FROM (SELECT FROM sheet GROUP BY project HAVING count(DISTINCT title) > 1) AS bad
UNION ALL
SELECT 'login -> name', count(*)
FROM (SELECT FROM sheet GROUP BY login HAVING count(DISTINCT name) > 1) AS bad
UNION ALL
SELECT 'owner -> owner_name', count(*)
FROM (SELECT FROM sheet GROUP BY owner HAVING count(DISTINCT owner_name) > 1) AS bad
UNION ALL
SELECT 'login -> track', count(*)
FROM (SELECT FROM sheet GROUP BY login HAVING count(DISTINCT track) > 1) AS bad
UNION ALL
SELECT 'project -> mentor', count(*)
FROM (SELECT FROM sheet GROUP BY project HAVING count(DISTINCT mentor) > 1) AS bad
UNION ALL
SELECT 'project, track -> mentor', count(*)
FROM (SELECT FROM sheet GROUP BY project, track HAVING count(DISTINCT mentor) > 1) AS bad
UNION ALL
SELECT 'mentor -> track', count(*)
FROM (SELECT FROM sheet GROUP BY mentor HAVING count(DISTINCT track) > 1) AS bad
ORDER BY broken_by, rule;
