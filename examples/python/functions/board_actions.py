from counting import CALLS, count_calls
from retrying import retry
from roles import ForbiddenError, Person, require_role

PAUSES: list[float] = []  # stands in for time.sleep: shows the waits
OUTCOMES = ["timeout", "timeout", "sent", "timeout", "timeout", "timeout"]


@retry(tries=3, on=ConnectionError, sleep=PAUSES.append)
@count_calls
def send_mail(to: str) -> str:
    """Send a mail through a mail server that often fails."""
    if OUTCOMES.pop(0) == "timeout":
        raise ConnectionError("mail server timed out")
    return f"mail sent to {to}"


@require_role("backend", "both")
@count_calls
def announce(owner: Person, slug: str, *, draft: bool = False) -> str:
    """Announce a project on the board."""
    return f"{owner['name']} announces {slug}{' (draft)' if draft else ''}"


if __name__ == "__main__":
    print(announce({"name": "Ada", "role": "both"}, "chat", draft=True))
    try:
        announce({"name": "Lin", "role": "frontend"}, "maps")
    except ForbiddenError as error:
        print(f"{type(error).__name__}: {error}")
    print(send_mail(to="Sam"))
    try:
        send_mail(to="Sam")
    except ConnectionError as error:
        print(f"{type(error).__name__}: {error}")
    print(dict(CALLS), "pauses:", PAUSES)
