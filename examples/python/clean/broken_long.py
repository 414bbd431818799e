def invite(person: str, project: str) -> str:
    """Return the text of an invitation."""
    tags = ", ".join(sorted(tag.lower() for tag in ["Frontend", "Beginners", "React", project]))
    return f"Hello {person}, the project {project} looks for someone with your skills. Tags: {tags}"
