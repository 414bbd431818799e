import sqlite3

from celery import Celery

app = Celery("board", broker="memory://")
app.conf.task_always_eager = True
db = sqlite3.connect(":memory:", isolation_level=None)
db.executescript("""
    CREATE TABLE project (members INTEGER, status TEXT);
    CREATE TABLE handled (key TEXT PRIMARY KEY);
    INSERT INTO project VALUES (3, 'open');
""")


@app.task
def count_member(key: str) -> None:
    db.execute("UPDATE project SET members = members + 1")


@app.task
def count_member_once(key: str) -> None:
    with db:
        db.execute("BEGIN IMMEDIATE")  # a crash in between leaves neither of the two
        if db.execute("INSERT OR IGNORE INTO handled VALUES (?)", [key]).rowcount:
            db.execute("UPDATE project SET members = members + 1")


@app.task
def close_project(key: str) -> None:
    db.execute("UPDATE project SET status = 'closed'")


for task in (count_member, count_member_once, close_project):
    for delivery in ("first", "second"):
        task.delay("accepted:request-42")
        members, status = db.execute("SELECT members, status FROM project").fetchone()
        print(f"{task.__name__}, {delivery} delivery: {members} members, {status}")
