-- raises: 23505, 25P02
BEGIN;
INSERT INTO member (project, person) VALUES ('chat', 'amina');

-- The program went on, although the statement above had failed.
SELECT count(*) FROM member;
ROLLBACK;

SELECT count(*) FROM member;
