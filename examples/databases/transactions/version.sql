-- Two people opened the form when the version was 1. The first saves:
UPDATE project SET free_seats = 5, version = version + 1
WHERE slug = 'bus' AND version = 1;

-- The second saves too, and still says version 1.
UPDATE project SET free_seats = 2, version = version + 1
WHERE slug = 'bus' AND version = 1;

SELECT slug, free_seats, version FROM project WHERE slug = 'bus';
