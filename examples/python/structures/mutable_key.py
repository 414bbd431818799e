class Skill:
    """A skill that makes a treacherous key: its hash can change."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Skill) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


class Tag:
    """A tag with equality and no hash of its own."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tag) and self.name == other.name


skill = Skill("postgres")
learners = {skill: 12}
skill.name = "postgresql"  # the key changes while the dict holds it

print("keys:", [key.name for key in learners])
print("new name found:", Skill("postgresql") in learners)
print("old name found:", Skill("postgres") in learners)

try:
    hash(Tag("postgres"))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
