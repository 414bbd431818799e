-- raises: 23514, 23502
ALTER TABLE project ADD COLUMN seats integer CHECK (seats BETWEEN 1 AND 20);
UPDATE project SET seats = 0 WHERE slug = 'chat';

-- "Is NULL between 1 and 20?" is neither true nor false, and a CHECK refuses only false.
UPDATE project SET seats = NULL WHERE slug = 'chat';

UPDATE project SET seats = 3;
ALTER TABLE project ALTER COLUMN seats SET NOT NULL;
UPDATE project SET seats = NULL WHERE slug = 'chat';
