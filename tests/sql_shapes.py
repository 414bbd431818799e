"""Scripts whose output in psql has every shape that a page must print alike."""

SHAPES = {
    "one row": "SELECT 1 AS one;",
    "two columns": "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 20, 'longer' ORDER BY a;",
    "no semicolon at the end": "SELECT 1",
    "two on one line": "SELECT 1; SELECT 2;",
    "empty statements": ";;\n;SELECT 1;;",
    "nothing": "-- only a comment\n",
    "no name": "SELECT 1, 'a', now() IS NULL;",
    "no columns": "SELECT; SELECT FROM generate_series(1, 3);",
    "no rows": "SELECT 1 AS a, 'b' AS b WHERE false;",
    "nulls": "SELECT NULL AS a, 1 AS b, NULL::int AS c UNION ALL SELECT 'x', NULL, 5;",
    "null last": "SELECT 'abc' AS a, NULL AS b;",
    "booleans": "SELECT true AS yes, false AS no, NULL::boolean AS unknown;",
    "numbers": (
        "SELECT 1::smallint AS s, 2 AS i, 3::bigint AS b, 1.50::numeric AS n, 0.1::real AS r,"
        " 1e100::float8 AS f, 'NaN'::float8 AS nan, '-Infinity'::float8 AS inf, 7::oid AS o;"
    ),
    "money, xid": "SELECT '3'::xid AS x, '4'::xid8 AS y, '5'::cid AS z, '1.5'::money AS m;",
    "numeric right, text left": (
        "SELECT * FROM (VALUES (1, 'a', 1.5), (1000, 'bcd', 22.25)) AS t(id, name, price);"
    ),
    "dates": (
        "SELECT date '2026-11-24' AS d, timestamp '2026-11-24 08:30' AS t,"
        " timestamptz '2026-11-24 08:30+02' AS z, interval '1 day 02:03:04' AS i,"
        " time '08:30' AS h;"
    ),
    "arrays": "SELECT ARRAY[1, 2, NULL] AS a, ARRAY['x', 'y z', '\"'] AS b, '{}'::int[] AS c;",
    "json": 'SELECT \'{"a": [1,2]}\'::json AS j, \'{"b":1, "a":null}\'::jsonb AS b;',
    "json of rows": 'SELECT jsonb_pretty(\'{"a": {"b": [1, 2]}}\') AS pretty, 1 AS n;',
    "bytes, ids, ranges, nets": (
        r"SELECT '\xdeadbeef'::bytea AS b, '00000000-0000-0000-0000-000000000001'::uuid AS u,"
        " int4range(1, 5) AS r, '10.0.0.1/8'::inet AS n, (1, 'x') AS row, '(1,2)'::point AS p;"
    ),
    "several lines": "SELECT E'one\\ntwo' AS a, 1 AS b, E'x\\ny\\nz' AS c;",
    "lines last": "SELECT 1 AS a, E'one\\n\\ntwo\\n' AS b; SELECT E'\\n' AS only;",
    "lines beside a right column": "SELECT E'a\\nb' AS t, 12345 AS n UNION ALL SELECT 'c', 1;",
    "lines in a name": 'SELECT 1 AS "a\nlonger", 2 AS b, 3 AS "c\nd\ne";',
    "wide": "SELECT '日本語' AS a, 'x' AS b UNION ALL SELECT 'ab', '한국' UNION SELECT '🚀', 'é';",
    "combining": "SELECT E'e\\u0301' AS a, '|' AS b UNION ALL SELECT 'abc', '|';",
    "wide name": 'SELECT 1 AS "größe", 2 AS "数";',
    "accents": "SELECT 'José' AS name, 'naïve' AS word, upper('é') AS upper;",
    "symbols": "SELECT '→ … “x” ½' AS a, 1 AS b; SELECT '✅ ❌ ⚠ ♥' AS a, 1 AS b;",
    "tabs and returns": "SELECT E'a\\tb' AS t, E'c\\rd' AS r, E'\\x01\\x7f' AS c, 1 AS n;",
    "many rows": "SELECT n, n * n AS square FROM generate_series(1, 120) AS n;",
    "long name": "SELECT 1 AS a_very_long_name_of_a_column, 'x' AS b;",
    "odd centering": "SELECT 'wide enough' AS odd, 'wide enough' AS even, 1 AS abc, 22222 AS ab;",
    "values, table, show": "VALUES (1, 'a'), (2, 'b'); SHOW datestyle;",
    "explain": "EXPLAIN (COSTS OFF) SELECT 1; EXPLAIN (COSTS OFF) VALUES (1), (2);",
    "tags": (
        "CREATE TABLE a (id int PRIMARY KEY, b text NOT NULL); INSERT INTO a VALUES (1, 'x'),"
        " (2, 'y'); UPDATE a SET b = 'z' WHERE id = 1; DELETE FROM a WHERE id = 9;"
        " CREATE INDEX ON a (b); ALTER TABLE a ADD c int; CREATE VIEW v AS SELECT id FROM a;"
        " COMMENT ON TABLE a IS 'x'; TRUNCATE a; DROP VIEW v; DROP TABLE a;"
        " SET work_mem = '5MB'; RESET work_mem; CREATE TABLE t AS SELECT 1 AS n; ANALYZE t;"
        " SELECT 2 AS n INTO u; VACUUM t;"
    ),
    "returning": (
        "CREATE TABLE a (id serial PRIMARY KEY, b text); INSERT INTO a (b) VALUES ('x') RETURNING"
        " id, b; UPDATE a SET b = 'y' RETURNING *; DELETE FROM a RETURNING b; WITH n AS (INSERT"
        " INTO a (b) VALUES ('w') RETURNING id) SELECT count(*) FROM n;"
    ),
    "merge": (
        "CREATE TABLE a (id int, n int); INSERT INTO a VALUES (1, 1); MERGE INTO a USING (VALUES"
        " (1), (2)) AS s(id) ON a.id = s.id WHEN MATCHED THEN UPDATE SET n = n + 1 WHEN NOT"
        " MATCHED THEN INSERT VALUES (s.id, 0); TABLE a;"
    ),
    "copy out": "CREATE TABLE a (b text); INSERT INTO a VALUES ('x'), (NULL); COPY a TO STDOUT;",
    "notice": "DROP TABLE IF EXISTS nowhere; CREATE SCHEMA IF NOT EXISTS public;",
    "notices and rows": (
        "CREATE FUNCTION say(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE"
        " 'n is %', n; RETURN n; END $$; SELECT say(n) FROM generate_series(1, 2) AS n;"
    ),
    "levels": (
        "DO $$ BEGIN RAISE INFO 'i'; RAISE WARNING 'w' USING HINT = 'h', DETAIL = E'd1\\nd2';"
        " RAISE NOTICE 'n' USING ERRCODE = '01234'; END $$;"
    ),
    "syntax error": "SELEC 1;\nSELECT 2;",
    "error in the third line": "SELECT 1,\n       2,\n       nope\nFROM generate_series(1, 2);",
    "comments before an error": "-- one\n\n  -- two\nSELECT\n  -- three\n  nope;",
    "block comment before an error": "/* one\n two */ SELECT nope;",
    "hint": "CREATE TABLE person (name text); SELECT nmae FROM person; SELECT uper('a');",
    "error at the end": "SELECT * FROM;",
    "error in a long line": (
        f"SELECT {', '.join(str(n) for n in range(40))}, nope FROM generate_series(1, 2);"
    ),
    "error early in a long line": f"SELECT nope, {', '.join(str(n) for n in range(40))};",
    "error in wide text": "SELECT '日本語', 'é', nope;\nSELECT\t'tab',\tnope;",
    "unique": "CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES (1), (1);",
    "foreign key": (
        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int REFERENCES a);"
        " INSERT INTO b VALUES (7); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);"
        " DELETE FROM a; DROP TABLE a;"
    ),
    "check, not null, too long": (
        "CREATE TABLE a (n int CHECK (n > 0), b varchar(3), c text NOT NULL DEFAULT 'x');"
        " INSERT INTO a VALUES (0); INSERT INTO a VALUES (1, 'long'); INSERT INTO a VALUES (1,"
        " 'x', NULL);"
    ),
    "values that do not fit": "SELECT 'x'::int; SELECT 1/0; SELECT 99999::int2; SELECT 'a'::date;",
    "domain": "CREATE DOMAIN age AS int CHECK (VALUE > 0); SELECT 0::age;",
    "context": (
        "CREATE FUNCTION fail(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1 / n; END"
        " $$; SELECT fail(0);"
    ),
    "context with a query": (
        "CREATE FUNCTION fail() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM nope; END $$;"
        " SELECT fail();"
    ),
    "raise": (
        "DO $$ BEGIN RAISE EXCEPTION 'no seats left' USING ERRCODE = 'P0001', DETAIL = '3 of 3',"
        " HINT = 'Wait.', TABLE = 'seat', COLUMN = 'n', DATATYPE = 'int', CONSTRAINT = 'c',"
        " SCHEMA = 's'; END $$;"
    ),
    "transaction": "BEGIN; SELECT 1; ROLLBACK; COMMIT; BEGIN; BEGIN;",
    "aborted": "BEGIN; SELECT 1/0; SELECT 1; COMMIT; SELECT 2;",
    "savepoint": "BEGIN; SAVEPOINT s; SELECT nope; ROLLBACK TO s; SELECT 1; COMMIT;",
    "deferred": (
        "CREATE TABLE a (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); BEGIN; INSERT INTO a"
        " VALUES (1), (1); COMMIT;"
    ),
    "left open": "CREATE TABLE a (n int); BEGIN; INSERT INTO a VALUES (1);",
    "quotes": (
        "SELECT 'it''s; -- no comment' AS a, E'\\';' AS b, $$;$$ AS c, $x$ $$;'$x$ AS d,"
        ' 1 AS "a;""b", /* ; /* nested; */ \' */ 2 AS e, U&\'d\\0061t\' AS f;'
    ),
    "semicolon in parentheses": "CREATE RULE r AS ON DELETE TO nowhere DO (SELECT 1; SELECT 2);",
    "function bodies": (
        "CREATE OR REPLACE FUNCTION two() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN"
        " true THEN 2 END; END; SELECT two(); CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1;"
        " SELECT 2;'; CALL p();"
    ),
    "cursor and prepared": (
        "BEGIN; DECLARE c CURSOR FOR SELECT * FROM generate_series(1, 3); FETCH 2 FROM c; CLOSE c;"
        " COMMIT; PREPARE q(int) AS SELECT $1 + 1 AS next; EXECUTE q(1); DEALLOCATE q;"
    ),
    "text search": "SELECT to_tsvector('english', 'The boards of people') AS v, 'a'::tsquery AS q;",
    "windows": (
        "SELECT n, sum(n) OVER (ORDER BY n) AS running, rank() OVER (ORDER BY n % 2) AS rank"
        " FROM generate_series(1, 4) AS n;"
    ),
    "recursive": (
        "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n * 2 FROM t WHERE n < 100)"
        " SELECT string_agg(n::text, ' ') FROM t;"
    ),
    "sorted by code point": "SELECT * FROM (VALUES ('b'), ('a'), ('B'), ('é')) v ORDER BY 1;",
}
