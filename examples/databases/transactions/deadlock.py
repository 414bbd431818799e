# needs: postgres, threads
from two_sessions import Session


def take(slug: str) -> str:
    """Return the statement that takes a seat."""
    return f"UPDATE project SET free_seats = free_seats - 1 WHERE slug = '{slug}'"


with Session("A") as a, Session("B") as b:
    print("--- in opposite order")
    a.run("BEGIN")
    b.run("BEGIN")
    a.run(take("bus"))
    b.run(take("chat"))
    a.start(take("chat"))
    b.send(take("bus"))
    # Which of the two must give up is the server's choice.
    for answer in sorted([a.answer(), b.answer()]):
        print("   one:", answer)
    a.run("ROLLBACK")
    b.run("ROLLBACK")

    print("--- in the same order")
    lock = "SELECT slug FROM project WHERE slug IN ('chat', 'bus') ORDER BY slug FOR UPDATE"
    a.run("BEGIN")
    a.run(lock)
    b.run("BEGIN")
    b.start(lock)
    a.run("COMMIT")
    b.finish()
    b.run("COMMIT")
