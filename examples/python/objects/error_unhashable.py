from dataclasses import dataclass


class Person:
    """Equal by name, and therefore no longer hashable."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Person):
            return NotImplemented
        return self.name == other.name


@dataclass(frozen=True)
class Member:
    """Equal by name and hashable, because the name cannot change."""

    name: str


try:
    hash(Person("Ada"))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("Person.__hash__ is", Person.__hash__)
print("members:", len({Member("Ada"), Member("Ada")}))
