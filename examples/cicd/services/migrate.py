import sqlite3

OLD = "SELECT name FROM person"  # what the version that still runs sends
NEW = "SELECT full_name FROM person"


def works(db: sqlite3.Connection, query: str) -> str:
    try:
        return "works" if db.execute(query).fetchone()[0] == "Amara" else "reads nothing"
    except sqlite3.OperationalError as error:
        return f"fails: {error}"


def after(*steps: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    db.execute("INSERT INTO person (name) VALUES ('Amara')")
    for step in steps:
        db.execute(step)
    print(f"  old version {works(db, OLD)}, new version {works(db, NEW)}")


EXPAND = "ALTER TABLE person ADD COLUMN full_name TEXT"
FILL = "UPDATE person SET full_name = name WHERE full_name IS NULL"
CONTRACT = "ALTER TABLE person DROP COLUMN name"

print("renamed in one step:")
after("ALTER TABLE person RENAME COLUMN name TO full_name")
print("expanded, then filled:")
after(EXPAND)
after(EXPAND, FILL)
print("contracted, one release later:")
after(EXPAND, FILL, CONTRACT)
