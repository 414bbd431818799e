"""A cold cache for every request that asks for it."""

from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

from config.caches import EPOCH

HEADER = "X-Bench-Cold"


def forget_first(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Make a middleware that throws all cached answers away before such a request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if HEADER in request.headers:
            caches["pages"].delete(EPOCH)
        return get_response(request)

    return middleware
