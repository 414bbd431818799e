from counting import CALLS, count_calls


@count_calls
def announce(slug: str, *, draft: bool = False) -> str:
    """Announce a project."""
    return f"{slug} (draft)" if draft else slug


print(announce("chat"), "|", announce("maps", draft=True))
try:
    announce("chat", True)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print(CALLS)
