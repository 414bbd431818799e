CREATE TABLE person (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('backend', 'frontend', 'both'))
);

CREATE TABLE project (
    slug text PRIMARY KEY,
    title text NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'open', 'building', 'finished')),
    owner_id integer NOT NULL REFERENCES person
);

CREATE TABLE join_request (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_slug text NOT NULL REFERENCES project,
    person_id integer NOT NULL REFERENCES person,
    status text NOT NULL DEFAULT 'pending',
    asked_on date NOT NULL
);
-- A person may ask again, but never twice at once.
CREATE UNIQUE INDEX join_request_one_open
    ON join_request (project_slug, person_id) WHERE status = 'pending';

INSERT INTO person (name, role)
VALUES ('Amina', 'backend'), ('Kwame', 'both'), ('Lindiwe', 'frontend'), ('José', 'frontend');

INSERT INTO project (slug, title, status, owner_id)
VALUES ('chat-api', 'Chat API', 'open', 1),
       ('seed-swap', 'Seed swap', 'open', 2),
       ('bus-times', 'Bus times', 'building', 1);

INSERT INTO join_request (project_slug, person_id, status, asked_on)
VALUES ('chat-api', 3, 'pending', '2026-11-02'),
       ('chat-api', 4, 'declined', '2026-11-03'),
       ('bus-times', 3, 'accepted', '2026-10-12'),
       ('bus-times', 4, 'pending', '2026-10-20');
