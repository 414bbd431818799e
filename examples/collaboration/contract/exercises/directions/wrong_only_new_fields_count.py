from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Body:
    """The fields of a body with their types, and which of them are always there."""

    fields: dict[str, str]
    required: frozenset[str] = field(default_factory=frozenset)


def breaks(old: Body, new: Body, sent_by: Literal["server", "client"]) -> list[str]:
    """Return the fields that break a client written for ``old``, sorted."""
    gone = old.fields.keys() - new.fields.keys()
    both = old.fields.keys() & new.fields.keys()
    changed = {name for name in both if old.fields[name] != new.fields[name]}
    if sent_by == "server":
        return sorted(gone | changed | (old.required - new.required))
    return sorted(gone | changed | (new.required - old.fields.keys()))
