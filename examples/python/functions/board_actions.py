from counting import CALLS, count_calls
from roles import ForbiddenError, Person, require_role


@require_role("backend", "both")
@count_calls
def announce(owner: Person, slug: str, *, draft: bool = False) -> str:
    """Announce a project on the board."""
    return f"{owner['name']} announces {slug}{' (draft)' if draft else ''}"


@require_role("frontend", "both")
@count_calls
def ask(person: Person, slug: str) -> str:
    """Ask to join a project."""
    return f"{person['name']} asks to join {slug}"


if __name__ == "__main__":
    ada = {"name": "Ada", "role": "backend"}
    lin = {"name": "Lin", "role": "frontend"}

    print(announce(ada, "chat", draft=True))
    print(ask(lin, "chat"))
    try:
        announce(lin, "maps")
    except ForbiddenError as error:
        print(f"{type(error).__name__}: {error}")

    print("calls:", dict(CALLS))
