# needs: postgres, threads
from two_sessions import Session

TAKE = "UPDATE project SET free_seats = free_seats - 1 WHERE slug = 'chat' AND free_seats > 0"
LOCK = "SELECT free_seats FROM project WHERE slug = 'bus' FOR UPDATE"

with Session("A") as a, Session("B") as b:
    print("--- one statement reads and writes")
    a.run("BEGIN")
    a.run(TAKE)
    b.start(TAKE)
    a.run("COMMIT")
    b.finish()

    print("--- read with a lock, decide, write")
    a.run("BEGIN")
    a.run(LOCK)
    b.run("BEGIN")
    b.start(LOCK)
    a.run("UPDATE project SET free_seats = 2 WHERE slug = 'bus'")
    a.run("COMMIT")
    b.finish()
    b.run("ROLLBACK")
