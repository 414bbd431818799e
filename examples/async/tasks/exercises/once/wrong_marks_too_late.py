import sqlite3


def add_member(db: sqlite3.Connection, key: str) -> bool:
    """Add a member, once for each key; return whether it was added now."""
    if db.execute("SELECT 1 FROM handled WHERE key = ?", [key]).fetchone():
        return False
    with db:
        db.execute("UPDATE project SET members = members + 1")
    with db:
        db.execute("INSERT INTO handled VALUES (?)", [key])
    return True
