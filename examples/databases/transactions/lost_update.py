# needs: postgres, threads
from two_sessions import Session

READ = "SELECT free_seats FROM project WHERE slug = 'chat'"
WRITE = "UPDATE project SET free_seats = 0 WHERE slug = 'chat'"

with Session("A") as a, Session("B") as b:
    a.run("BEGIN")
    b.run("BEGIN")
    a.run(READ)
    b.run(READ)
    a.run("INSERT INTO member VALUES ('chat', 'lindi')")
    a.run(WRITE)
    a.run("COMMIT")
    b.run("INSERT INTO member VALUES ('chat', 'jose')")
    b.run(WRITE)
    b.run("COMMIT")
    a.run("SELECT count(*) FROM member WHERE project = 'chat'")
