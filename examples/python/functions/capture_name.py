from enum import StrEnum

ACCEPTED = "accepted"


class Status(StrEnum):
    """Statuses of a join request."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


def wrong(status: str) -> str:
    """Mean to compare with the constant, but capture instead."""
    match status:
        case ACCEPTED:  # captures: a new local name, it matches everything
            return f"member, because ACCEPTED is now {ACCEPTED!r}"


def right(status: str) -> str:
    """Compare with a dotted name."""
    match status:
        case Status.ACCEPTED:  # a dotted name compares
            return "member"
        case _:
            return "not a member"


print("wrong:", wrong("declined"))
print("right:", right("declined"), "/", right("accepted"))

source = "match status:\n  case ACCEPTED:\n    pass\n  case DECLINED:\n    pass\n"
try:
    compile(source, "decide.py", "exec")
except SyntaxError as error:
    print(f"SyntaxError, line {error.lineno}: {error.msg}")
