# raises: KeyError
MEMBERS = {"nexus": ["Ada", "Lin"]}


def count_members(project: str) -> int:
    """Return how many people work on a project."""
    return len(MEMBERS[project])


def describe(project: str) -> str:
    """Return one line about a project."""
    return f"{project}: {count_members(project)} members"


print(describe("nexus"))
print(describe("atlas"))
print("never printed")
