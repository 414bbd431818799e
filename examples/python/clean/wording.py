"""How a digest reads. Changes when somebody wants other words."""

from collections.abc import Mapping
from dataclasses import dataclass

from board import Post

__all__ = ["KINDS", "Wording", "body", "subject"]

MAX_TEXT = 40  # characters of a post that a digest shows
ELLIPSIS = "..."


@dataclass(frozen=True)
class Wording:
    """How one kind of post reads in a digest."""

    mark: str
    verb: str


# The order of the lines in a digest: help first.
KINDS: Mapping[str, Wording] = {
    "blocker": Wording("!", "is stuck"),
    "solution": Wording("+", "solved"),
    "progress": Wording("-", "reports"),
}


def subject(news: list[Post]) -> str:
    """Return the subject: how many posts, and whether someone needs help."""
    count = "1 new post" if len(news) == 1 else f"{len(news)} new posts"
    if any(post.kind == "blocker" for post in news):
        return f"Help wanted: {count}"
    return count


def body(name: str, news: list[Post], kinds: Mapping[str, Wording] = KINDS) -> str:
    """Return the text of the mail, one block for each project."""
    text = f"Hello {name},\n"
    for slug in sorted({post.slug for post in news}):
        text += f"\n{slug}\n"
        for line in _lines([post for post in news if post.slug == slug], kinds):
            text += f"{line}\n"
    return text


def _lines(news: list[Post], kinds: Mapping[str, Wording]) -> list[str]:
    return [
        f"{wording.mark} {post.author} {wording.verb}: {_shorten(post.text)}"
        for kind, wording in kinds.items()
        for post in news
        if post.kind == kind
    ]


def _shorten(text: str) -> str:
    if len(text) <= MAX_TEXT:
        return text
    return text[: MAX_TEXT - len(ELLIPSIS)] + ELLIPSIS
