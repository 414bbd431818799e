CREATE TABLE post (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_slug text NOT NULL REFERENCES project,
    body text NOT NULL,
    posted_at timestamptz NOT NULL
);

INSERT INTO post (project_slug, body, posted_at)
SELECT CASE WHEN number % 50 = 0 THEN 'seed-swap' ELSE 'chat-api' END,
       'Post ' || number,
       timestamptz '2026-01-01 00:00+00' + number * interval '1 minute'
FROM generate_series(1, 20000) AS number;
ANALYZE post;

-- Reads all 20,000 posts, then sorts the 400 that it kept.
EXPLAIN (COSTS OFF)
SELECT id, body FROM post
WHERE project_slug = 'seed-swap' ORDER BY posted_at DESC LIMIT 10;

CREATE INDEX post_project_newest ON post (project_slug, posted_at DESC);

-- Reads ten entries of the index, which are in the wanted order already.
EXPLAIN (COSTS OFF)
SELECT id, body FROM post
WHERE project_slug = 'seed-swap' ORDER BY posted_at DESC LIMIT 10;
