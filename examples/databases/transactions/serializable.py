# needs: postgres, threads
from two_sessions import Session

# The rule: a project keeps at least one member.
COUNT = "SELECT count(*) FROM member WHERE project = 'chat'"

for level in ("REPEATABLE READ", "SERIALIZABLE"):
    print(f"--- {level}")
    with Session("A") as a, Session("B") as b:
        a.run(f"BEGIN ISOLATION LEVEL {level}")
        b.run(f"BEGIN ISOLATION LEVEL {level}")
        a.run(COUNT)
        b.run(COUNT)
        a.run("DELETE FROM member WHERE person = 'amina'")
        b.run("DELETE FROM member WHERE person = 'kwame'")
        a.run("COMMIT")
        b.run("COMMIT")
        a.run(COUNT)
        a.connection.execute(
            "INSERT INTO member VALUES ('chat', 'amina'), ('chat', 'kwame') ON CONFLICT DO NOTHING"
        )
