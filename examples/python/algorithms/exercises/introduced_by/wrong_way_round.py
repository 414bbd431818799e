from collections import deque


def introducers(knows: dict[str, list[str]], start: str) -> dict[str, str | None]:
    """Store the friend under the person, the wrong way round."""
    introducer: dict[str, str | None] = {start: None}
    waiting = deque([start])
    seen = {start}
    while waiting:
        person = waiting.popleft()
        for friend in knows[person]:
            if friend not in seen:
                seen.add(friend)
                introducer[person] = friend
                waiting.append(friend)
    return introducer
