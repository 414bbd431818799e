from contextlib import closing


class Feed:
    """A news feed that knows how to close, but not how to be used in with."""

    def __enter__(self) -> "Feed":
        return self

    def close(self) -> None:
        """Give the connection back."""
        print("closed")


try:
    with Feed():
        print("never reached")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

with closing(Feed()):
    print("working")
