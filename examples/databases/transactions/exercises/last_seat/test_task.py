import sqlite3
from contextlib import suppress

import pytest

from task import NoSeat, accept


class Rows(list):
    """Rows that were read already."""

    def fetchone(self):
        return self[0] if self else None

    def fetchall(self):
        return list(self)


class Busy(sqlite3.Connection):
    """A database where somebody takes a seat right after we have read."""

    def execute(self, statement, parameters=()):
        found = super().execute(statement, parameters)
        if not statement.lstrip().upper().startswith("SELECT"):
            return found
        rows = Rows(found.fetchall())
        if not self.in_transaction:  # else others would have to wait
            super().execute("UPDATE project SET free_seats = free_seats - 1")
            super().execute("INSERT INTO member VALUES ('chat', 'somebody')")
            self.commit()
        return rows


def new(kind=sqlite3.Connection, seats=1):
    """Return a database with one project and one member."""
    db = sqlite3.connect(":memory:", factory=kind)
    db.executescript(f"""
        CREATE TABLE project (slug TEXT PRIMARY KEY, free_seats INTEGER NOT NULL);
        CREATE TABLE member (project TEXT, person TEXT, PRIMARY KEY (project, person));
        INSERT INTO project VALUES ('chat', {seats});
        INSERT INTO member VALUES ('chat', 'amina');
    """)
    return db


def state(db):
    """Return the free seats and the members."""
    read = sqlite3.Connection.execute
    seats = read(db, "SELECT free_seats FROM project").fetchone()[0]
    return seats, [row[0] for row in read(db, "SELECT person FROM member ORDER BY person")]


def test_the_last_seat():
    db = new()
    accept(db, "chat", "lindi")
    assert not db.in_transaction, "commit it, or no other session sees it"
    assert state(db) == (0, ["amina", "lindi"])


def test_no_seat():
    db = new(seats=0)
    with pytest.raises(NoSeat):
        accept(db, "chat", "lindi")
    assert not db.in_transaction, "a transaction is left open"
    assert state(db) == (0, ["amina"])


def test_a_member_takes_no_second_seat():
    db = new()
    with pytest.raises(sqlite3.IntegrityError):
        accept(db, "chat", "amina")
    assert state(db) == (1, ["amina"]), "the seat that was not used must be free again"
    assert not db.in_transaction, "a transaction is left open"


def test_somebody_is_faster_between_read_and_write():
    db = new(Busy)
    with suppress(NoSeat):
        accept(db, "chat", "lindi")
    seats, people = state(db)
    assert seats + len(people) == 2, f"one seat, but {people} are in, and {seats} is free"
