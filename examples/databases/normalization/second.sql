-- Second normal form: what depends on part of the key (project, login) moves out.
CREATE TABLE project_2nf AS
SELECT DISTINCT project, title, owner, owner_name FROM sheet;
ALTER TABLE project_2nf ADD PRIMARY KEY (project);

CREATE TABLE person_2nf AS
SELECT DISTINCT login, name FROM sheet;
ALTER TABLE person_2nf ADD PRIMARY KEY (login);

CREATE TABLE signup_2nf AS
SELECT project, login, track, mentor FROM sheet;
ALTER TABLE signup_2nf ADD PRIMARY KEY (project, login);

TABLE project_2nf ORDER BY project;
TABLE signup_2nf ORDER BY project, login;

-- The title stands once now: one row changes, and nothing can disagree.
UPDATE project_2nf SET title = 'Team chat' WHERE project = 'chat';
