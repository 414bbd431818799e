"""Projects of the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .statuses import DEFAULT_STATUS

if TYPE_CHECKING:
    from .people import Person


@dataclass
class Project:
    """Something a person started."""

    title: str
    owner: Person
    status: str = DEFAULT_STATUS
