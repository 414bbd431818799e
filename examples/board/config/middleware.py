"""The one middleware of the project: a request id and a time for every request."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from config.logs import request_id

logger = logging.getLogger("board.requests")

HEADER = "X-Request-ID"
# What comes from outside is written to logs: take it only where it is short and plain.
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")


class RequestLogMiddleware:
    """Gives each request an id, answers with it, and logs how long the answer took.

    An id that a proxy or a client sent is kept, so that one id follows a request
    through every system. Tasks read it from `config.logs.request_id`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, between the two readings of the clock."""
        sent = request.headers.get(HEADER, "")
        current = sent if _ACCEPTED.fullmatch(sent) else uuid.uuid4().hex
        token = request_id.set(current)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response[HEADER] = current
            route = request.resolver_match.route if request.resolver_match else "unknown"
            logger.info(
                "%s /%s %s",
                request.method,
                route,
                response.status_code,
                # The route, not the path: a path can carry a token or an address.
                extra={
                    "method": request.method,
                    "route": route,
                    "status": response.status_code,
                    "duration_ms": round((time.perf_counter() - started) * 1000, 1),
                },
            )
            return response
        finally:
            request_id.reset(token)
