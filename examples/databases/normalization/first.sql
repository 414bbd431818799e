-- Who knows Java? A search in a list of words finds JavaScript too.
SELECT DISTINCT login, skills FROM sheet WHERE skills LIKE '%Java%' ORDER BY login;

-- First normal form: one value in each field, one row for each skill.
CREATE TABLE person_skill_1nf (login text, skill text, PRIMARY KEY (login, skill));

INSERT INTO person_skill_1nf
SELECT DISTINCT login, skill
FROM sheet, string_to_table(skills, ', ') AS skill;

SELECT login, skill FROM person_skill_1nf ORDER BY login, skill;

SELECT login FROM person_skill_1nf WHERE skill = 'Java';
