def request_join(person: str, project: str) -> str:
    """Ask to join a project."""
    return f"{person} asks to join {project}"


form = {"person": "Ada", "project": "chat", "utm_source": "newsletter"}

try:
    request_join(**form)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print(request_join(person=form["person"], project=form["project"]))
