-- raises: 23505, 23505, 23505
INSERT INTO signup (project, login, track) VALUES ('chat', 'lindi', 'backend');

-- Capitals make another text. An index on lower(login) sees them as equal.
CREATE UNIQUE INDEX person_login_any_case ON person (lower(login));
INSERT INTO person (login, name) VALUES ('Amina', 'Amina');

-- NULL equals nothing, not even NULL: UNIQUE lets any number of them in.
ALTER TABLE person ADD COLUMN phone text UNIQUE;
SELECT count(*) AS people_without_phone FROM person WHERE phone IS NULL;

-- Partial: at most one leader for each project, and any number of others.
ALTER TABLE signup ADD COLUMN leads boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX signup_one_leader ON signup (project) WHERE leads;
UPDATE signup SET leads = true WHERE project = 'chat';
