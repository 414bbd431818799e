-- raises: 23514, 42830
UPDATE project SET title = '' WHERE slug = 'bus';
ALTER TABLE project ADD CONSTRAINT project_title_filled CHECK (title <> '');

-- From now on, for new and changed rows; the old rows are checked later.
ALTER TABLE project ADD CONSTRAINT project_title_filled CHECK (title <> '') NOT VALID;
UPDATE project SET title = 'Bus times' WHERE slug = 'bus';
ALTER TABLE project VALIDATE CONSTRAINT project_title_filled;

-- A foreign key must point at what a key or UNIQUE keeps unique. Titles may repeat.
CREATE TABLE review (title text REFERENCES project (title));
