from typing import NamedTuple


class Project(NamedTuple):
    """A project whose demo may have no date yet."""

    slug: str
    demo: str | None


projects = [
    Project("clinic", "2025-06-02"),
    Project("atlas", None),
    Project("recipes", "2025-05-19"),
]

try:
    sorted(projects, key=lambda project: project.demo)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

# False sorts before True, so projects with a date come first.
dated_first = sorted(projects, key=lambda p: (p.demo is None, p.demo or ""))
for project in dated_first:
    print(project.slug, project.demo)
