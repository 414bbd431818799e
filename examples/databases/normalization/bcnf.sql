-- raises: 23505, 23503
-- In third normal form, noor's track stands in two rows: one can change alone.
CREATE TABLE project_track_3nf AS
SELECT DISTINCT project, track, mentor FROM sheet;
ALTER TABLE project_track_3nf ADD PRIMARY KEY (project, track);

UPDATE project_track_3nf SET track = 'backend' WHERE project = 'swap';
SELECT project, track FROM project_track_3nf WHERE mentor = 'noor' ORDER BY project;

-- Boyce-Codd normal form: mentor -> track gets a table. What is left has no track, so
-- no key can refuse a second frontend mentor for the chat.
CREATE TABLE mentor_bcnf AS SELECT DISTINCT mentor, track FROM sheet;
ALTER TABLE mentor_bcnf ADD PRIMARY KEY (mentor);
CREATE TABLE project_mentor_bcnf AS SELECT DISTINCT project, mentor FROM sheet;
ALTER TABLE project_mentor_bcnf ADD PRIMARY KEY (project, mentor);

INSERT INTO project_mentor_bcnf VALUES ('chat', 'zuri');

-- Kept with its track, and with a foreign key of two columns: both are refused.
INSERT INTO project_track (project, track, mentor) VALUES ('chat', 'frontend', 'zuri');
INSERT INTO project_track (project, track, mentor) VALUES ('swap', 'backend', 'noor');
