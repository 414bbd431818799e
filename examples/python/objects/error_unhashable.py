class Person:
    """Equal by name, and therefore no longer hashable."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Person):
            return NotImplemented
        return self.name == other.name


class HashablePerson(Person):
    """Hashes what __eq__ compares; the name must stay the same."""

    def __hash__(self) -> int:
        return hash(self.name)


try:
    hash(Person("Ada"))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
print("Person.__hash__ is", Person.__hash__)
print(len({HashablePerson("Ada"), HashablePerson("Ada")}))
