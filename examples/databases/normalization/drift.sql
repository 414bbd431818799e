-- A stored count saves a count(*) for each project in the list.
ALTER TABLE project ADD COLUMN signups integer NOT NULL DEFAULT 0;
UPDATE project
SET signups = (SELECT count(*) FROM signup WHERE signup.project = project.slug);

-- This program keeps both in step.
BEGIN;
INSERT INTO signup (project, login, track) VALUES ('chat', 'amina', 'backend');
UPDATE project SET signups = signups + 1 WHERE slug = 'chat';
COMMIT;

-- That script knows nothing of the count.
DELETE FROM signup WHERE login = 'lindi';

SELECT slug, signups AS stored, count(signup.login) AS real
FROM project LEFT JOIN signup ON signup.project = project.slug
GROUP BY slug
HAVING signups <> count(signup.login)
ORDER BY slug;
