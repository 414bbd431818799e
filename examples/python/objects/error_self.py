class Project:
    """One method is called wrongly, one is defined wrongly."""

    def summary(self) -> str:
        """Describe the project."""
        return "a project"

    def close():  # self is missing
        """End the project."""
        return "closed"


calls = [lambda: Project.summary(), lambda: Project().close()]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
print(Project().summary())
