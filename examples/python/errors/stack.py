from contextlib import ExitStack, closing, suppress
from pathlib import Path


class Feed:
    """A news feed that must be closed; it has close() and no more."""

    def __init__(self, name: str) -> None:
        if name == "relay":
            raise ConnectionError(f"cannot reach {name}")
        self.name = name
        print("open", name)

    def close(self) -> None:
        """Give the connection back."""
        print("close", self.name)


with (
    closing(Feed("posts")) as posts,
    closing(Feed("requests")) as requests,
):
    print("using", posts.name, "and", requests.name)

print("--- as many as the list has; the third cannot be opened")
try:
    with ExitStack() as stack:
        for name in ["nexus", "atlas", "relay"]:
            feed = stack.enter_context(closing(Feed(name)))
            print("using", feed.name)
except ConnectionError as error:
    print("stopped:", error)

print("--- suppress")
with suppress(FileNotFoundError):
    Path("old-export.csv").unlink()
    print("never printed: there was no such file")
print("no leftover export")
