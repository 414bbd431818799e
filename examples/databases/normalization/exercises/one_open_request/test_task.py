import sqlite3

import pytest

from task import SCHEMA

REQUEST = "INSERT INTO join_request (project, person, status) VALUES (?, ?, ?)"


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO person VALUES (?)", [("lindi",), ("jose",)])
    yield connection
    connection.close()


@pytest.mark.parametrize("login", ["lindi", None])
def test_a_login_is_given_and_stands_once(db, login):
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO person VALUES (?)", (login,))


@pytest.mark.parametrize(
    "request_row",
    [
        ("chat", "nobody", "pending"),
        ("chat", None, "pending"),
        (None, "lindi", "pending"),
        ("", "lindi", "pending"),
        ("chat", "lindi", "lost"),
        ("chat", "lindi", None),
    ],
)
def test_a_wrong_request_is_refused(db, request_row):
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(REQUEST, request_row)


def test_one_pending_request_for_each_project(db):
    db.execute(REQUEST, ("chat", "lindi", "pending"))
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(REQUEST, ("chat", "lindi", "pending"))


def test_others_and_other_projects_are_free(db):
    for project, person in [("chat", "lindi"), ("chat", "jose"), ("bus", "lindi")]:
        db.execute(REQUEST, (project, person, "pending"))


def test_one_may_ask_again_after_each_answer(db):
    for status in ["declined", "declined", "accepted", "pending"]:
        db.execute(REQUEST, ("chat", "lindi", status))


def test_requests_go_with_the_person(db):
    db.execute(REQUEST, ("chat", "lindi", "pending"))
    db.execute(REQUEST, ("chat", "jose", "pending"))
    db.execute("DELETE FROM person WHERE login = 'lindi'")
    assert db.execute("SELECT person FROM join_request").fetchall() == [("jose",)]
