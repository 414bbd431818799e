from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a post is about."""

    PROGRESS = "progress"
    BLOCKER = "blocker"


class Membership(NamedTuple):
    """A person's seat in a project: a tuple with names."""

    person: str
    slug: str


@dataclass(frozen=True)
class Post:
    """A post that cannot change once it is written."""

    day: int
    text: str
    kind: Kind = Kind.PROGRESS


seat = Membership("Lin", "chat-api")
person, slug = seat
print(person, "works on", slug)
print("equals a tuple:", seat == ("Lin", "chat-api"))

down = Post(2, "redis is down", Kind.BLOCKER)
print("changed copy:", replace(down, day=3))
replies = {down: 4}
print("found by an equal post:", replies[Post(2, "redis is down", Kind.BLOCKER)])
try:
    down.day = 3
except AttributeError as error:  # the parent of FrozenInstanceError
    print(f"{type(error).__name__}: {error}")
try:
    Kind("bloker")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
print("unchecked:", Post(3, "redis is up", "bloker"))  # mypy reports this one
