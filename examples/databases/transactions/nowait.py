# needs: postgres, threads
from two_sessions import Session

NEXT = "SELECT id, body FROM mail WHERE NOT sent ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED"

with Session("A") as a, Session("B") as b:
    a.run("BEGIN")
    a.run(NEXT)
    b.run("BEGIN")
    b.run(NEXT)
    b.run("UPDATE mail SET sent = true WHERE id = 2")
    b.run("COMMIT")

    print("--- do not wait, or not for long")
    b.run("SELECT body FROM mail WHERE id = 1 FOR UPDATE NOWAIT")
    b.run("SET lock_timeout = '50ms'")
    b.run("UPDATE mail SET body = 'Hello' WHERE id = 1")
    b.run("SELECT body FROM mail WHERE id = 1")
