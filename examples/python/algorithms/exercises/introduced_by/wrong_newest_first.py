from collections import deque


def introducers(knows: dict[str, list[str]], start: str) -> dict[str, str | None]:
    """Take the newest person first: depth-first, so a chain can be a detour."""
    introducer: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        person = waiting.pop()
        for friend in knows[person]:
            if friend not in introducer:
                introducer[friend] = person
                waiting.append(friend)
    return introducer
