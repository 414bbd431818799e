"""What every resolver knows about the request."""

from dataclasses import dataclass
from typing import TypeAlias

import strawberry
from rest_framework.request import Request

from people.models import Person
from projects.errors import NotAllowed
from projects.rules import Viewer


@dataclass
class Context:
    """The request and who sent it, found out by the classes that REST uses."""

    request: Request

    @property
    def viewer(self) -> Viewer:
        """Who asks, signed in or not."""
        return self.request.user

    @property
    def person(self) -> Person:
        """Who asks.

        Raises:
            NotAllowed: Nobody is signed in (`not_authenticated`).
        """
        if isinstance(self.viewer, Person):
            return self.viewer
        raise NotAllowed("Sign in first.", code="not_authenticated")


Info: TypeAlias = strawberry.Info[Context, None]
