CREATE VIEW sheet_again AS
SELECT signup.project, project.title, project.owner, owner.name AS owner_name,
       signup.login, person.name,
       (SELECT string_agg(skill, ', ' ORDER BY skill)
        FROM person_skill WHERE person_skill.login = signup.login) AS skills,
       track, project_track.mentor
FROM signup
JOIN person ON person.login = signup.login
JOIN project ON project.slug = signup.project
JOIN person AS owner ON owner.login = project.owner
JOIN project_track USING (project, track);

-- What the split lost, and what it made up.
SELECT (SELECT count(*) FROM (TABLE sheet EXCEPT TABLE sheet_again) AS gone) AS lost,
       (SELECT count(*) FROM (TABLE sheet_again EXCEPT TABLE sheet) AS more) AS made_up;

-- Joined on less than the key of project_track, rows are made up.
SELECT signup.project, signup.login, signup.track, project_track.mentor
FROM signup
JOIN project_track ON project_track.project = signup.project
WHERE signup.project = 'chat'
ORDER BY login, mentor;
