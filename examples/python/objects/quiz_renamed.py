class Skill:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Skill) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


skill = Skill("Jango")
known = {skill}
skill.name = "Django"
print(len(known), skill in known)
