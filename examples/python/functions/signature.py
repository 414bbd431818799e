def announce_unclear(slug: str, pitch: str, draft: bool, notify: bool) -> str:
    """Announce a project; each call must remember which boolean is which."""
    return f"{slug}, {pitch!r}: draft={draft} notify={notify}"


def announce(slug: str, /, pitch: str, *, draft: bool = False, notify: bool) -> str:
    """Announce a project; each call names its options."""
    return f"{slug}, {pitch!r}: draft={draft} notify={notify}"


print(announce_unclear("chat", "Talk to your team", True, False))
print(announce("chat", "Talk to your team", draft=True, notify=False))
print(announce("chat", pitch="Talk to your team", notify=True))

try:
    announce("chat", "Talk to your team")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    announce(slug="chat", pitch="Talk to your team", notify=False)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
