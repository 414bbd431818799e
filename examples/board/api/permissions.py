"""Who may send a request at all; what about, the rules of the projects decide."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from projects import rules

if TYPE_CHECKING:  # REST framework imports this module while it defines APIView
    from rest_framework.views import APIView


class AnybodyReads(BasePermission):
    """Reading is open to all; writing asks for an account with a verified address."""

    code = "not_verified"
    message = "Verify your e-mail address first."

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Decide before any object is looked up."""
        return request.method in {"GET", "HEAD"} or rules.can_write(request.user)


class PeopleRead(AnybodyReads):
    """Reading asks for an account too."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Decide before any object is looked up."""
        return bool(request.user.is_authenticated) and super().has_permission(request, view)
