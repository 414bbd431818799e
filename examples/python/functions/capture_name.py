from enum import StrEnum

ACCEPTED = "accepted"


class Status(StrEnum):
    """Statuses of a join request."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


def wrong(status: str) -> str:
    """Mean to compare with the constant, but capture instead."""
    match status:
        case ACCEPTED:  # stores the status in a new local name, compares nothing
            return f"member, because ACCEPTED is now {ACCEPTED!r}"


def right(status: str) -> str:
    """Compare with a literal and with a dotted name."""
    match status:
        case "accepted":
            return "member"
        case Status.DECLINED:
            return "not a member"
        case _:
            return "still pending"


print("wrong:", wrong("declined"))
print("right:", right("declined"), "|", right("accepted"), "|", right("pending"))

TWO_CASES = """
match status:
    case ACCEPTED: print("member")
    case DECLINED: print("not a member")
"""
try:
    compile(TWO_CASES, "decide.py", "exec")  # reads the code, does not run it
except SyntaxError as error:
    print(f"{type(error).__name__}: {error.msg}")
