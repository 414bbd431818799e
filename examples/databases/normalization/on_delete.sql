-- raises: 23503, 23503
INSERT INTO signup (project, login, track) VALUES ('chat', 'zanele', 'backend');

-- No "on delete" was said: a person who owns projects stays.
DELETE FROM person WHERE login = 'kwame';

-- CASCADE: a project takes its tracks and its sign-ups along.
DELETE FROM project WHERE slug = 'swap';
SELECT count(*) AS sign_ups_left FROM signup;

-- SET NULL: the row stays and forgets whom it referred to.
ALTER TABLE mentor ADD COLUMN invited_by text REFERENCES person ON DELETE SET NULL;
INSERT INTO person (login, name) VALUES ('thabo', 'Thabo');
UPDATE mentor SET invited_by = 'thabo' WHERE mentor = 'noor';
DELETE FROM person WHERE login = 'thabo';
SELECT mentor, invited_by IS NULL AS forgotten FROM mentor WHERE mentor = 'noor';

-- A key is an index. A foreign key makes none: owner has no index yet.
SELECT indexname FROM pg_indexes WHERE tablename = 'project' ORDER BY indexname;
CREATE INDEX project_owner ON project (owner);
