from contextlib import ExitStack, closing, suppress
from pathlib import Path


class Feed:
    """A news feed that must be closed; it has close() and no more."""

    def __init__(self, name: str) -> None:
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

print("--- as many as the list has")
with ExitStack() as stack:
    names = ["nexus", "atlas", "relay"]
    feeds = [stack.enter_context(closing(Feed(name))) for name in names]
    print("using", len(feeds), "feeds")

with suppress(FileNotFoundError):
    Path("old-export.csv").unlink()
    print("never reached: the file was not there")
print("no leftover export")
