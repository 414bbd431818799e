-- raises: 23514
-- One seat is free in the chat project. Lindiwe gets it.
BEGIN;
INSERT INTO member (project, person) VALUES ('chat', 'lindi');
UPDATE project SET free_seats = free_seats - 1 WHERE slug = 'chat';
COMMIT;

-- José is one too many: his row is written before that turns out.
BEGIN;
INSERT INTO member (project, person) VALUES ('chat', 'jose');
UPDATE project SET free_seats = free_seats - 1 WHERE slug = 'chat';
COMMIT;

SELECT person FROM member WHERE project = 'chat' ORDER BY person;
