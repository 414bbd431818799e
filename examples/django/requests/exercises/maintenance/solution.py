from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class Maintenance:
    """Answers 503 while settings.MAINTENANCE is true."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.MAINTENANCE and request.path != "/healthz":
            response = HttpResponse(status=503, headers={"Retry-After": "120"})
        else:
            response = self.get_response(request)
        response["X-Maintenance"] = "on" if settings.MAINTENANCE else "off"
        return response
