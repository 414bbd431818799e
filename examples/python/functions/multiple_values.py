def request_join(person: str, project: str) -> str:
    """Ask to join a project."""
    return f"{person} asks to join {project}"


try:
    request_join("chat", person="Ada")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print(request_join(project="chat", person="Ada"))
