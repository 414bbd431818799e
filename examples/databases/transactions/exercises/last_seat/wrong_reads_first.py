import sqlite3


class NoSeat(Exception):
    """All seats of the project are taken."""


def accept(db: sqlite3.Connection, project: str, person: str) -> None:
    """Take a seat of ``project`` and add ``person`` to it, both or neither."""
    with db:
        row = db.execute("SELECT free_seats FROM project WHERE slug = ?", (project,)).fetchone()
        if row[0] < 1:
            raise NoSeat(project)
        db.execute("UPDATE project SET free_seats = ? WHERE slug = ?", (row[0] - 1, project))
        db.execute("INSERT INTO member VALUES (?, ?)", (project, person))
