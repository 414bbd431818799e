from typing import Any


class Post:
    """A post with a text."""

    def __init__(self, *, text: str) -> None:
        self.text = text

    def render(self) -> str:
        """Return the line that the board shows."""
        return self.text


class Pinned(Post):
    """A post that stays on top until a day."""

    def __init__(self, *, until: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.until = until

    def render(self) -> str:
        return f"[pinned until {self.until}] {super().render()}"


class Starred(Post):
    """A post that stands out."""

    def render(self) -> str:
        return f"[star] {super().render()}"


class Notice(Pinned, Starred):
    """The bottom of the diamond: it adds nothing of its own."""


if __name__ == "__main__":
    print([cls.__name__ for cls in Notice.__mro__])
    print(Pinned(text="API moves tonight", until="Friday").render())
    print(Notice(text="API moves tonight", until="Friday").render())
