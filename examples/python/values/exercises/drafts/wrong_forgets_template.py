from typing import Any

Project = dict[str, Any]
TEMPLATE: Project = {"status": "draft", "skills": ["git"]}


def new_draft(slug: str, skill: str) -> Project:
    """Give each draft a new list, without the skills of the template."""
    draft = TEMPLATE.copy()
    draft["slug"] = slug
    draft["skills"] = [skill]
    return draft
