-- raises: 23502
-- A new project, before anybody has signed up: the sheet has no place for it.
INSERT INTO sheet (project, title, owner, owner_name)
VALUES ('map', 'Water map', 'amina', 'Amina');

-- José leaves. He was the only one in this project.
DELETE FROM sheet WHERE project = 'swap' AND login = 'jose';

SELECT count(*) AS rows_about_seed_swap FROM sheet WHERE title = 'Seed swap';
