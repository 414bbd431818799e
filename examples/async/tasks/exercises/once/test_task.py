import sqlite3

import pytest

from task import add_member


class Killed(BaseException):
    """The worker is dead."""


class Database(sqlite3.Connection):
    """A connection whose process can be killed before one of its writes."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.writes_left = None

    def execute(self, statement, *args):
        if statement.lstrip().split()[0].upper() in ("INSERT", "UPDATE", "REPLACE", "DELETE"):
            if self.writes_left == 0:
                raise Killed
            if self.writes_left is not None:
                self.writes_left -= 1
        return super().execute(statement, *args)


@pytest.fixture
def db():
    db = sqlite3.connect(":memory:", factory=Database)
    db.executescript("""
        CREATE TABLE project (members INTEGER);
        CREATE TABLE handled (key TEXT PRIMARY KEY);
        INSERT INTO project VALUES (3);
    """)
    yield db
    db.close()


def members(db):
    return db.execute("SELECT members FROM project").fetchone()[0]


def test_one_delivery_counts(db):
    assert add_member(db, "request-1"), "it was counted now: return True"
    assert members(db) == 4


def test_a_second_delivery_does_nothing(db):
    add_member(db, "request-1")
    assert not add_member(db, "request-1"), "the second delivery was counted twice"
    assert members(db) == 4, "the second delivery was counted twice"


def test_other_keys_count(db):
    add_member(db, "request-1")
    assert add_member(db, "request-2"), "another key is another person"
    assert members(db) == 5


def test_a_worker_that_dies_between_two_writes_loses_and_doubles_nothing(db):
    db.writes_left = 1
    with pytest.raises(Killed):
        add_member(db, "request-1")
    db.writes_left = None
    db.rollback()  # what the database does with a connection that is gone
    add_member(db, "request-1")
    assert members(db) == 4, (
        f"killed between its writes and delivered again, it left {members(db) - 3} more members"
    )
