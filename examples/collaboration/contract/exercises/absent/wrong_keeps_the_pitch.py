from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Refused(ValueError):
    """The contract forbids a value; the argument points to it."""


@dataclass(frozen=True)
class Project:
    """What a PATCH can change."""

    title: str
    pitch: str
    deadline: str | None


def changed(project: Project, body: Mapping[str, Any]) -> Project:
    """Return ``project`` after a PATCH with ``body``."""
    for name in ("title", "pitch"):
        if name in body and body[name] is None:
            raise Refused(f"#/{name}")
    if body.get("title") == "":
        raise Refused("#/title")
    return Project(
        title=body.get("title", project.title),
        pitch=body.get("pitch") or project.pitch,
        deadline=body.get("deadline", project.deadline),
    )
