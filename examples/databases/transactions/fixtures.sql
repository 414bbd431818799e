CREATE TABLE project (
    slug text PRIMARY KEY,
    free_seats integer NOT NULL CHECK (free_seats >= 0),
    version integer NOT NULL DEFAULT 1
);
CREATE TABLE member (
    project text REFERENCES project,
    person text,
    PRIMARY KEY (project, person)
);
CREATE TABLE mail (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body text NOT NULL,
    sent boolean NOT NULL DEFAULT false
);

INSERT INTO project (slug, free_seats) VALUES ('bus', 3), ('chat', 1);
INSERT INTO member (project, person) VALUES ('chat', 'amina'), ('chat', 'kwame');
INSERT INTO mail (body) VALUES ('Welcome'), ('You are in'), ('Weekly news');
