def invite(person: str, project: str) -> str:
    """Return an invitation; strings side by side become one."""
    return (
        f"Hello {person}, the project {project} looks for someone with your skills. "
        "The owner answers within three days."
    )


def can_ask(
    is_open: bool, is_member: bool, has_asked: bool, seats: int, has_waiting_list: bool
) -> bool:
    """Return whether a person can ask; each line starts with its operator."""
    return (
        is_open
        and not is_member
        and not has_asked
        and (seats > 0 or (seats == 0 and has_waiting_list))
    )


print(invite("Lin", "chat-api"))
print(can_ask(True, False, False, seats=0, has_waiting_list=True))
