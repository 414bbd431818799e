-- raises: 23505
-- Lindiwe (3) asked to join on 2 November and has no answer yet.
INSERT INTO join_request (project_slug, person_id, asked_on)
VALUES ('chat-api', 3, '2026-11-24');

UPDATE join_request
SET status = 'withdrawn'
WHERE project_slug = 'chat-api' AND person_id = 3;

-- Nothing is pending now, so the database lets her ask again.
INSERT INTO join_request (project_slug, person_id, asked_on)
VALUES ('chat-api', 3, '2026-11-24')
RETURNING project_slug, person_id, status;
