from typing import Any

Project = dict[str, Any]
TEMPLATE: Project = {"status": "draft", "skills": ["git"]}


def new_draft(slug: str, skill: str) -> Project:
    """Return a draft that starts from the template and needs one more skill."""
    draft = TEMPLATE.copy()
    draft["slug"] = slug
    draft["skills"].append(skill)
    return draft
