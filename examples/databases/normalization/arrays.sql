CREATE TABLE card (
    login text PRIMARY KEY REFERENCES person,
    skills text[] NOT NULL DEFAULT '{}',
    links jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX card_skills ON card USING gin (skills);

INSERT INTO card VALUES
    ('kwame', '{Java,Python}', '{"github": "kwame", "stars": 12}'),
    ('amina', '{Pyhton}', '{"github": "amina", "stars": "many"}');

-- An exact search, and an index can serve it. Nobody refused the typo.
SELECT login FROM card WHERE skills @> '{Python}' ORDER BY login;

-- In JSON, each row chooses its own types.
SELECT login, jsonb_typeof(links -> 'stars') AS stars FROM card ORDER BY login;

-- In a table, a foreign key to a list of skills finds the typo first.
CREATE TABLE skill (name text PRIMARY KEY);
INSERT INTO skill SELECT DISTINCT skill FROM person_skill;
SELECT card.login, wanted AS unknown_skill
FROM card, unnest(skills) AS wanted
WHERE wanted NOT IN (SELECT name FROM skill);
