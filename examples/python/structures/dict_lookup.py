class Skill:
    """A skill hashed by the length of its name: legal, but poor."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        print(f"  hash({self.name}) is {len(self.name)}")
        return len(self.name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Skill):
            return NotImplemented
        print(f"  is {self.name} == {other.name}? {self.name == other.name}")
        return self.name == other.name


print("store redis, django, python")
learners = {Skill("redis"): 4, Skill("django"): 12, Skill("python"): 30}
print("look up python")
print("  found", learners[Skill("python")])
print("look up graphql")
print("  found", learners.get(Skill("graphql")))
