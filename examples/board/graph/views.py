"""The endpoint: GraphQL over HTTP for clients, and in development a page to try it.

It takes `POST` with `application/json` and nothing else. A page of another site can make
a browser send forms, with its cookies, but not JSON: for that the browser asks our server
first, which says no. Nor do cookies sign anybody in, but on that page in development, and
there only with the CSRF token. Reads have no `GET`, and files no `multipart/form-data`.
"""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from graphql import GraphQLError
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import ParseError
from rest_framework.renderers import JSONRenderer, TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError

from api.caching import NEVER
from api.exceptions import exception_handler
from api.views import BoardView
from graph.context import Context
from graph.errors import public
from graph.schema import schema


class GraphQLRenderer(JSONRenderer):
    """JSON under the name by which a client knows that it is GraphQL's, errors too."""

    media_type = "application/graphql-response+json"


class GraphQLView(BoardView):
    """Runs one operation for each request, signed in and throttled as REST is."""

    schema = None  # no part of the OpenAPI document
    renderer_classes = [JSONRenderer, GraphQLRenderer]
    permission_classes = []  # each field and service decides
    versioning_class = None  # a schema grows; fields are deprecated one by one

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Serve the page in development only."""
        super().setup(request, *args, **kwargs)
        self.http_method_names = ["get", "post"] if settings.DEBUG else ["post"]

    def get_authenticators(self) -> list[BaseAuthentication]:
        """Take the credentials that REST takes, and the session on the page."""
        return super().get_authenticators() + ([SessionAuthentication()] if settings.DEBUG else [])

    def get_renderers(self) -> list[Any]:
        """Answer GET with the page."""
        page = settings.DEBUG and self.request.method == "GET"
        return [TemplateHTMLRenderer()] if page else super().get_renderers()

    def get(self, request: Request) -> HttpResponse:
        """Show the page, which uses the session of the admin and carries its CSRF token."""
        response = render(request._request, "graph/graphiql.html")
        response["Cache-Control"] = NEVER
        return response

    def post(self, request: Request) -> Response:
        """Run the operation.

        Raises:
            ParseError: The body is no GraphQL request.
        """
        request.body  # noqa: B018 (reads it whole, up to DATA_UPLOAD_MAX_MEMORY_SIZE)
        data = request.data
        if not isinstance(data, dict):
            raise ParseError("Send one operation as a JSON object.")
        query = _parameter(data, "query", str)
        if not query:
            raise ParseError("`query` is missing.")
        variables = _parameter(data, "variables", dict)
        operation = _parameter(data, "operationName", str)
        _parameter(data, "extensions", dict)
        errors: list[GraphQLError] | None
        try:
            result = schema.execute_sync(
                query,
                variable_values=variables,
                operation_name=operation,
                context_value=Context(request),
            )
            found, errors = result.data, result.errors
        except CannotGetOperationTypeError as error:
            found, errors = None, [GraphQLError(error.as_http_error_reason())]
        body: dict[str, Any] = {"errors": [public(error) for error in errors]} if errors else {}
        # Errors without a path are the document's: nothing has run, so there are no data.
        refused = found is None and not any(error.path for error in errors or ())
        if not refused:
            body["data"] = found
        bad = refused and request.accepted_media_type == GraphQLRenderer.media_type
        return Response(body, status=400 if bad else 200)

    def get_exception_handler(self) -> Any:
        """Answer what goes wrong before GraphQL as GraphQL would, with the codes of REST."""

        def handle(exc: Exception, context: dict[str, Any]) -> Response | None:
            problem = exception_handler(exc, context)
            if problem is None:
                return None
            found = json.loads(problem.content)
            error = {"message": found["detail"], "extensions": {"code": found["code"]}}
            headers = {name: value for name, value in problem.items() if name != "Content-Type"}
            return Response({"errors": [error]}, status=problem.status_code, headers=headers)

        return handle


def _parameter(data: dict[str, Any], name: str, kind: type) -> Any:
    """Return a member of the request; null is as good as none."""
    value = data.get(name)
    if value is not None and not isinstance(value, kind):
        raise ParseError(f"`{name}` must be a JSON {'string' if kind is str else 'object'}.")
    return value
