def invite(person: str, project: str) -> str:
    """Return the text of an invitation."""
    names = sorted(name for name in [person, project, "frontend", "backend"] if name != "")
    return f"Hello {person}, the project {project} looks for someone with your skills. Tags: {names}"
