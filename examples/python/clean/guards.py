def answer_nested(
    *, is_open: bool, is_member: bool, has_asked: bool, seats: int
) -> str:
    """Answer a join request, with the reasons nested."""
    if is_open:
        if not is_member:
            if not has_asked:
                if seats > 0:
                    return "sent to the owner"
                else:
                    return "no seat is free"
            else:
                return "you asked already"
        else:
            return "you are a member"
    else:
        return "the project is closed"


def answer(*, is_open: bool, is_member: bool, has_asked: bool, seats: int) -> str:
    """Answer a join request: refusals first, then the normal case."""
    if not is_open:
        return "the project is closed"
    if is_member:
        return "you are a member"
    if has_asked:
        return "you asked already"
    if seats <= 0:
        return "no seat is free"
    return "sent to the owner"


def main() -> None:
    """Ask for a seat in a full and in an open project."""
    print(answer(is_open=True, is_member=False, has_asked=False, seats=0))
    print(answer(is_open=True, is_member=False, has_asked=False, seats=2))


if __name__ == "__main__":
    main()
