PROJECTS = [
    ("news-api", "done", {"Django", "SQL"}),
    ("chat", "open", {"React", "Redis"}),
    ("maps", "open", {"SQL", "Leaflet"}),
]
PAGES: dict[int, tuple[list[str], int | None]] = {
    1: (["Ada", "Lin"], 2),
    2: (["Sam"], None),
}


def find_project(skill: str) -> str:
    """Find the first open project that needs a skill."""
    for slug, status, skills in PROJECTS:
        if status != "open":
            continue
        if skill in skills:
            answer = f"ask to join {slug}"
            break
    else:  # no break: the loop ran to its end
        answer = "no open project"
    return f"{skill}: {answer}"


def all_requests() -> list[str]:
    """Follow "next page" numbers until there is none."""
    people: list[str] = []
    page: int | None = 1
    while page is not None:
        found, page = PAGES[page]
        people.extend(found)
    return people


if __name__ == "__main__":
    print(find_project("SQL"))
    print(find_project("Django"))
    print(all_requests())
