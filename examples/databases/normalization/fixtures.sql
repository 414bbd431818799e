-- --8<-- [start:sheet]
CREATE TABLE sheet (
    project text, title text, owner text, owner_name text,
    login text, name text, skills text, track text, mentor text,
    PRIMARY KEY (project, login)
);

INSERT INTO sheet VALUES
    ('chat', 'Chat API', 'amina', 'Amina', 'jose', 'José', 'JavaScript', 'frontend', 'noor'),
    ('chat', 'Chat API', 'amina', 'Amina', 'kwame', 'Kwame', 'Java, Python', 'backend', 'sami'),
    ('chat', 'Chat API', 'amina', 'Amina', 'lindi', 'Lindiwe', 'CSS, Vue', 'frontend', 'noor'),
    ('bus', 'Bus times', 'kwame', 'Kwame', 'amina', 'Amina', 'Python', 'backend', 'sami'),
    ('bus', 'Bus times', 'kwame', 'Kwame', 'lindi', 'Lindiwe', 'CSS, Vue', 'frontend', 'zuri'),
    ('swap', 'Seed swap', 'kwame', 'Kwame', 'jose', 'José', 'JavaScript', 'frontend', 'noor');
-- --8<-- [end:sheet]

-- --8<-- [start:result]
CREATE TABLE person (
    login text PRIMARY KEY,
    name text NOT NULL CHECK (name <> '')
);
CREATE TABLE person_skill (
    login text REFERENCES person ON UPDATE CASCADE ON DELETE CASCADE,
    skill text CHECK (skill <> ''),
    PRIMARY KEY (login, skill)
);
CREATE TABLE project (
    slug text PRIMARY KEY,
    title text NOT NULL,
    owner text NOT NULL REFERENCES person ON UPDATE CASCADE
);
CREATE TABLE mentor (
    mentor text PRIMARY KEY,
    track text NOT NULL CHECK (track IN ('backend', 'frontend')),
    UNIQUE (mentor, track)
);
CREATE TABLE project_track (
    project text REFERENCES project ON DELETE CASCADE,
    track text,
    mentor text NOT NULL,
    PRIMARY KEY (project, track),
    FOREIGN KEY (mentor, track) REFERENCES mentor (mentor, track)
);
CREATE TABLE signup (
    project text,
    login text REFERENCES person ON UPDATE CASCADE,
    track text NOT NULL,
    PRIMARY KEY (project, login),
    FOREIGN KEY (project, track) REFERENCES project_track ON DELETE CASCADE
);
-- --8<-- [end:result]

-- --8<-- [start:move]
INSERT INTO person
SELECT login, name FROM sheet UNION SELECT owner, owner_name FROM sheet;

INSERT INTO person_skill
SELECT DISTINCT login, skill FROM sheet, string_to_table(skills, ', ') AS skill;

INSERT INTO project SELECT DISTINCT project, title, owner FROM sheet;
INSERT INTO mentor SELECT DISTINCT mentor, track FROM sheet;
INSERT INTO project_track SELECT DISTINCT project, track, mentor FROM sheet;
INSERT INTO signup SELECT project, login, track FROM sheet;
-- --8<-- [end:move]
