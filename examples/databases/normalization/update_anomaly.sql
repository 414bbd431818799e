-- Lindiwe's row gets the new title. The other rows of the project keep the old one.
UPDATE sheet SET title = 'Team chat' WHERE project = 'chat' AND login = 'lindi';

SELECT project, title, login FROM sheet WHERE project = 'chat' ORDER BY login;

SELECT project, count(DISTINCT title) AS titles
FROM sheet
GROUP BY project
HAVING count(DISTINCT title) > 1;
