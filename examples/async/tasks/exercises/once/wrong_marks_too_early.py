import sqlite3


def add_member(db: sqlite3.Connection, key: str) -> bool:
    """Add a member, once for each key; return whether it was added now."""
    with db:
        new = db.execute("INSERT OR IGNORE INTO handled VALUES (?)", [key]).rowcount
    if new:
        with db:
            db.execute("UPDATE project SET members = members + 1")
    return bool(new)
