class Project:
    """A project with as many seats as its owner wants."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.members: list[str] = []

    def has_room(self) -> bool:
        """Say whether one more person fits."""
        return len(self.members) < self.seats

    def add_member(self, name: str) -> None:
        """Add a person."""
        self.members.append(name)


class SoloProject(Project):
    """Before: a subclass that refuses what its parent promises."""

    def add_member(self, name: str) -> None:
        raise NotImplementedError("solo projects take no members")


def fill(project: Project, names: list[str]) -> list[str]:
    """Add people while there is room."""
    for name in names:
        if project.has_room():
            project.add_member(name)
    return project.members


if __name__ == "__main__":
    try:
        fill(SoloProject(seats=2), ["Sam"])
    except NotImplementedError as error:
        print(f"before: {type(error).__name__}: {error}")
    print("after:", fill(Project(seats=0), ["Sam"]))
    print("after:", fill(Project(seats=1), ["Sam", "Lin"]))
