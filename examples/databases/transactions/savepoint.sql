-- raises: 23505
BEGIN;
INSERT INTO member (project, person) VALUES ('bus', 'lindi');
SAVEPOINT one_more;
INSERT INTO member (project, person) VALUES ('bus', 'lindi');
ROLLBACK TO SAVEPOINT one_more;
INSERT INTO member (project, person) VALUES ('bus', 'jose');
COMMIT;

SELECT person FROM member WHERE project = 'bus' ORDER BY person;

-- What a rollback does not take back: numbers. The next row gets 5.
BEGIN;
INSERT INTO mail (body) VALUES ('Sorry') RETURNING id;
ROLLBACK;
INSERT INTO mail (body) VALUES ('Hello') RETURNING id;
