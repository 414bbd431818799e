def request_join(person: str, project: str, *, message: str = "") -> str:
    """Ask to join a project."""
    return f"{person} asks to join {project}: {message!r}"


class Project:
    """A project on the board."""

    def close():  # self is missing
        """Close the project."""
        return "closed"


try:
    request_join("Ada", "chat", "I know React")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

try:
    Project().close()
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print(request_join("Ada", "chat", message="I know React"))
