# needs: postgres, threads
from two_sessions import Session

BLOCKERS = """
    SELECT blocker.state, blocker.query
    FROM pg_stat_activity AS waiting
    JOIN pg_stat_activity AS blocker ON blocker.pid = ANY (pg_blocking_pids(waiting.pid))
"""

with Session("A") as a, Session("B") as b:
    a.run("BEGIN")
    a.run("UPDATE project SET free_seats = 2 WHERE slug = 'bus'")
    b.start("UPDATE project SET free_seats = 1 WHERE slug = 'bus'")

    print("--- who blocks?")
    for state, query in b.observer.execute(BLOCKERS):
        print(f"{state}: {query}")

    print("--- a limit for A")
    a.run("SET idle_in_transaction_session_timeout = '100ms'")
    b.finish()
    a.run("COMMIT")
