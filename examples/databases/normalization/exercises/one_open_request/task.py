SCHEMA = """
CREATE TABLE person (
    login TEXT
);

CREATE TABLE join_request (
    id INTEGER PRIMARY KEY,
    project TEXT,
    person TEXT,
    status TEXT
);
"""
