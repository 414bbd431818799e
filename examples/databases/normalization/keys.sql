-- A key has a different value in every row.
SELECT count(*) AS rows,
       count(DISTINCT project) AS project,
       count(DISTINCT login) AS login,
       count(DISTINCT (project, login)) AS project_login,
       count(DISTINCT (project, name)) AS project_name,
       count(DISTINCT (project, login, track)) AS project_login_track
FROM sheet;
