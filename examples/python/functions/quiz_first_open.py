def first_open(projects: list[dict[str, str]]) -> str:
    """Return the slug of the first open project."""
    for project in projects:
        if project["status"] == "open":
            break
    else:
        return "nothing open"
    return project["slug"]


projects = [
    {"slug": "chat", "status": "done"},
    {"slug": "maps", "status": "open"},
]
print(first_open(projects))
