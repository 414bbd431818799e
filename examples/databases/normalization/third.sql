-- Third normal form: what depends on the key by way of other columns moves out.
-- project -> owner -> owner_name: an owner is a person, so the name goes there.
CREATE TABLE person_3nf AS
SELECT login, name FROM sheet UNION SELECT owner, owner_name FROM sheet;
ALTER TABLE person_3nf ADD PRIMARY KEY (login);

CREATE TABLE project_3nf AS
SELECT DISTINCT project, title, owner FROM sheet;
ALTER TABLE project_3nf ADD PRIMARY KEY (project),
    ADD FOREIGN KEY (owner) REFERENCES person_3nf;

-- (project, login) -> (project, track) -> mentor
CREATE TABLE project_track_3nf AS
SELECT DISTINCT project, track, mentor FROM sheet;
ALTER TABLE project_track_3nf ADD PRIMARY KEY (project, track);

TABLE project_3nf ORDER BY project;
TABLE project_track_3nf ORDER BY project, track;
