from copy import copy
from typing import Any

Project = dict[str, Any]
TEMPLATE: Project = {"status": "draft", "skills": ["git"]}


def new_draft(slug: str, skill: str) -> Project:
    """Copy the copy: both copies are shallow, so the list stays shared."""
    draft = copy(TEMPLATE.copy())
    draft["slug"] = slug
    draft["skills"] += [skill]
    return draft
