-- The login is the key: each row that refers to it repeats it, and changes with it.
UPDATE person SET login = 'kwame-m' WHERE login = 'kwame';

SELECT 'person_skill' AS rewritten, count(*) AS rows FROM person_skill WHERE login = 'kwame-m'
UNION ALL SELECT 'project', count(*) FROM project WHERE owner = 'kwame-m'
UNION ALL SELECT 'signup', count(*) FROM signup WHERE login = 'kwame-m'
ORDER BY rewritten;

-- A number means nothing, so it never changes. Without UNIQUE, it also keeps nobody out.
CREATE TABLE account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL
);
INSERT INTO account (login) VALUES ('amina'), ('amina');
SELECT id, login FROM account ORDER BY id;
