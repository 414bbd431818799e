from collections import deque


def introducers(knows: dict[str, list[str]], start: str) -> dict[str, str | None]:
    """Map each person within reach to who introduces them on a shortest chain."""
    introducer: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        person = waiting.popleft()
        for friend in knows[person]:
            if friend not in introducer:
                introducer[friend] = person
                waiting.append(friend)
    return introducer
