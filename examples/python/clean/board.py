from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Person:
    """Someone on the board; an empty email means: no mail."""

    name: str
    email: str
    follows: tuple[str, ...] = ()
    weekly: bool = True


@dataclass(frozen=True)
class Post:
    """News of a project. Kinds: progress, blocker, solution, announcement."""

    slug: str
    author: str
    kind: str
    text: str
    day: date
