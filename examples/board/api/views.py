"""What every REST view shares."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar, cast

from django.http import HttpResponse
from django.utils.http import http_date
from drf_spectacular.types import OpenApiTypes
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from api.caching import SharedAnswersMixin
from api.contract import openapi
from api.permissions import AnybodyReads
from people.models import Person

V1_DEPRECATED_AT = datetime(2026, 11, 1, tzinfo=UTC)
V1_GONE_AT = datetime(2027, 11, 1, tzinfo=UTC)

Form = type[Serializer[Any]]


class BoardView(SharedAnswersMixin, APIView):
    """The base of all views of the API."""

    http_method_names = ["get", "head", "post", "patch", "delete"]
    permission_classes = [AnybodyReads]
    throttle_scope: str | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Say 405 before 401: signing in would not make the method right."""
        if request.method not in self.allowed_methods:
            raise exceptions.MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Tell with every answer of v1, errors included, that v2 follows it."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if request.path.startswith("/api/v1/"):
            successor = request.get_full_path().replace("/api/v1/", "/api/v2/", 1)
            response["Deprecation"] = f"@{int(V1_DEPRECATED_AT.timestamp())}"  # RFC 9745
            response["Sunset"] = http_date(V1_GONE_AT.timestamp())  # RFC 8594
            response["Link"] = f'<{successor}>; rel="successor-version"'
        return response


class BoardViewSet(BoardView, GenericViewSet[Any]):
    """A viewset that declares what its actions take and answer.

    The same declarations validate requests and make the contract (`api.schema`), so that
    the two cannot differ.
    """

    inputs: ClassVar[Mapping[str, Form]] = {}
    # Status and form, where they are not 200 (201 for create) and `serializer_class`.
    outputs: ClassVar[Mapping[str, tuple[int, Form | OpenApiTypes | None]]] = {}
    # Statuses of errors, besides those that follow from what an action is.
    problems: ClassVar[Mapping[str, tuple[int, ...]]] = {}

    @property
    def person(self) -> Person:
        """Return who is signed in: the permissions have seen to it that somebody is."""
        return cast(Person, self.request.user)

    def checked(self) -> dict[str, Any]:
        """Return the validated body of the request, or raise `ValidationError`."""
        form = self.inputs[self.action](
            data=self.request.data, partial=self.request.method == "PATCH"
        )
        form.is_valid(raise_exception=True)
        data: dict[str, Any] = form.validated_data
        return data

    def shown(self, instance: Any, **kwargs: Any) -> Response:
        """Answer with the representation of an object."""
        return Response(self.get_serializer(instance).data, **kwargs)


class UnknownUrl(BoardView):
    """The last route: what no other route knows."""

    schema = None
    permission_classes = []

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Answer every method alike."""
        raise exceptions.NotFound("There is nothing here. Every URL of the API ends with a slash.")


class Contract(BoardView):
    """The OpenAPI document of one version."""

    schema = None
    document = "v2"

    def get(self, request: Request) -> HttpResponse:
        """Answer with the text as it is exported."""
        return HttpResponse(openapi(self.document), content_type="application/vnd.oai.openapi+json")


def require(allowed: bool) -> None:
    """Refuse before the body is read; the service asks the same rule again."""
    if not allowed:
        raise exceptions.PermissionDenied(code="not_allowed")


def no_content() -> Response:
    """Answer that it is done."""
    return Response(status=204)
