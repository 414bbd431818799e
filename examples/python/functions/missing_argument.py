def request_join(person: str, project: str) -> str:
    """Ask to join a project."""
    return f"{person} asks to join {project}"


try:
    print(request_join("Ada"))
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print(request_join("Ada", "chat"))
