# needs: postgres, threads
from two_sessions import Session

READ = "SELECT count(*), max(free_seats) FROM project"

for level in ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ"):
    print(f"--- {level}")
    with Session("A") as a, Session("B") as b:
        a.run(f"BEGIN ISOLATION LEVEL {level}")
        a.run(READ)
        b.run("BEGIN")
        b.run("UPDATE project SET free_seats = free_seats + 1 WHERE slug = 'bus'")
        b.run(f"INSERT INTO project VALUES ('{level.lower()}', 0)")
        a.run(READ)
        b.run("COMMIT")
        a.run(READ)
        a.run("COMMIT")
