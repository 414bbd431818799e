import inspect


def announce_unclear(slug: str, pitch: str, draft: bool, notify: bool) -> str:
    """Announce a project; each call must remember which boolean is which."""
    return f"{slug}, {pitch!r}: draft={draft} notify={notify}"


def announce(slug: str, /, pitch: str, *, draft: bool = False, notify: bool) -> str:
    """Announce a project; each call names its options."""
    return f"{slug}, {pitch!r}: draft={draft} notify={notify}"


def log(event: str, /, **fields: str) -> str:
    """Write one log line with any fields."""
    return f"{event} {fields}"


print(inspect.signature(announce))
print(announce_unclear("chat", "Talk to your team", True, False))
print(announce("chat", "Talk to your team", draft=True, notify=False))
print(log("posted", event="demo day"))

calls = [
    lambda: announce("chat", "Talk to your team", True, notify=False),
    lambda: announce("chat", "Talk to your team"),
    lambda: announce(slug="chat", pitch="Talk to your team", notify=False),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
