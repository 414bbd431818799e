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


class Urgent(Post):
    """A post that stands out."""

    def render(self) -> str:
        return f"[urgent] {super().render()}"


class UrgentNotice(Pinned, Urgent):
    """The bottom of the diamond: it adds nothing of its own."""


notice = UrgentNotice(text="API moves tonight", until="Friday")
print([cls.__name__ for cls in UrgentNotice.__mro__])
print(notice.render())
