SCHEMA = """
CREATE TABLE person (
    login TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE join_request (
    id INTEGER PRIMARY KEY,
    project TEXT NOT NULL CHECK (project <> ''),
    person TEXT NOT NULL REFERENCES person (login) ON DELETE CASCADE,
    status TEXT CHECK (status IN ('pending', 'accepted', 'declined'))
);

CREATE UNIQUE INDEX one_open ON join_request (project, person) WHERE status = 'pending';
"""
