"""Routing by method, sign-in and JSON for plain Django views, until step 5 needs them no more."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.authtoken.models import Token

from crew.answers import refusal
from crew.errors import CrewError, Invalid, NotSignedIn

View = Callable[..., HttpResponse]


def route(**by_method: View) -> View:
    """Make one view of a function per method; errors of ours become answers."""

    @csrf_exempt
    def view(request: HttpRequest, **address: Any) -> HttpResponse:
        if request.method not in by_method:
            return JsonResponse({"error": "method_not_allowed"}, status=405)
        try:
            request.user = sign_in(request)
            return by_method[request.method](request, **address)
        except CrewError as error:
            body, status = refusal(error)
            return JsonResponse(body, status=status)

    return view


def sign_in(request: HttpRequest) -> User | None:
    header = request.headers.get("Authorization", "")
    if not header.startswith("Token "):
        return None
    token = Token.objects.select_related("user").filter(key=header[6:]).first()
    if token is None or not token.user.is_active:
        raise NotSignedIn("authentication_failed")
    return token.user


def needs_sign_in(view: View) -> View:
    def checked(request: HttpRequest, **address: Any) -> HttpResponse:
        if request.user is None:
            raise NotSignedIn
        return view(request, **address)

    return checked


def json_body(request: HttpRequest) -> dict[str, Any]:
    try:
        data = json.loads(request.body or "{}")
    except ValueError:
        raise Invalid(code="parse_error") from None
    if not isinstance(data, dict):
        raise Invalid
    return data
