from copy import deepcopy
from typing import Any

Project = dict[str, Any]
UNSET: Any = object()  # "not given", where None means "remove the value"


def new_project(slug: str, skills: list[str] | tuple[str, ...] = ()) -> Project:
    """Announce a project that owns its list of skills."""
    return {"slug": slug, "skills": list(skills), "pitch": "", "contract_url": None}


def edit(project: Project, pitch: str | None = None, url: str | None = UNSET) -> None:
    """Change the fields that were given, in place."""
    if pitch is not None:  # "" is a legal pitch, so truthiness would lose it
        project["pitch"] = pitch
    if url is not UNSET:
        project["contract_url"] = url


def snapshot(project: Project) -> Project:
    """Return an independent copy, for a page or a log."""
    return deepcopy(project)


def main() -> None:
    """Announce a project, change it, compare it with the snapshot."""
    form_skills = ["python", "sql"]
    project = new_project("nexus", form_skills)
    form_skills.clear()
    edit(project, pitch="Find a team", url="https://example.org/api")
    logged = snapshot(project)
    edit(project, pitch="", url=None)
    project["skills"].append("redis")
    for field in ("skills", "pitch", "contract_url"):
        print(f"{field}: {logged[field]!r} -> {project[field]!r}")


if __name__ == "__main__":
    main()
