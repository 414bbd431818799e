from dataclasses import dataclass, field

try:

    @dataclass
    class Broken:
        """One list for every project."""

        slug: str
        skills: list[str] = []  # noqa: RUF008

except ValueError as error:
    print(f"{type(error).__name__}: {error}")


@dataclass
class Project:
    """A new list for each project."""

    slug: str
    skills: list[str] = field(default_factory=list)


print(Project("farm-market").skills is Project("clinic-queue").skills)
