import sqlite3


class NoSeat(Exception):
    """All seats of the project are taken."""


def accept(db: sqlite3.Connection, project: str, person: str) -> None:
    """Take a seat of ``project`` and add ``person`` to it, both or neither."""
    take = "UPDATE project SET free_seats = free_seats - 1 WHERE slug = ? AND free_seats > 0"
    with db:
        if db.execute(take, (project,)).rowcount == 0:
            raise NoSeat(project)
    with db:
        db.execute("INSERT INTO member VALUES (?, ?)", (project, person))
