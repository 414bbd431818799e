"""What readers and the machines between them may keep, and what the server keeps itself.

An answer to an anonymous reader is the same for all of them: it may be shared, and list
pages come from the cache. An answer to somebody signed in is theirs alone. Both must be
asked for again each time (`ConditionalGetMiddleware` then says 304 if nothing changed):
nobody sees an old page after a write, and an unchanged one costs no transfer.
"""

from typing import Any

from django.http import HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from projects.caching import PROJECTS, cached

SHARED = "public, max-age=0, must-revalidate"
PRIVATE = "private, no-cache"
NEVER = "no-store"

PAGES = frozenset(map(str, range(1, 11)))  # further than that, few people read


class SharedAnswersMixin(APIView):
    """Says in the headers of each answer who may keep it."""

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Add `Cache-Control`, where the view has not, and `Vary`."""
        response = super().finalize_response(request, response, *args, **kwargs)
        # Caches that do not know these would hand one person's answer to another.
        patch_vary_headers(response, ("Accept", "Authorization", "Cookie"))
        response.setdefault("Cache-Control", self._policy(request, response))
        return response

    def _policy(self, request: Request, response: HttpResponseBase) -> str:
        if request.method not in {"GET", "HEAD"} or response.status_code >= 400:
            return NEVER
        return PRIVATE if request.user.is_authenticated else SHARED


class CachedListMixin(ListModelMixin):
    """Serves list pages to anonymous readers from the cache; first in a viewset's bases."""

    # What many ask for, and no more: strangers choose the values, and each new combination
    # is one more entry. These have a few choices each (else the answer is 400, which is not
    # kept); a search, a skill or a cursor is served by an index instead.
    cached_parameters = frozenset({"status", "ordering", "page"})

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Answer a list page: shared where it can be, else made for this request."""
        answer = super().list
        if not self._is_shared(request):
            return answer(request, *args, **kwargs)
        # The path holds the version of the API. The host is no part, since links in the
        # answer are relative, and neither is `Accept`: data are kept before they are rendered.
        parts = [request.path, sorted(request.query_params.items())]
        return Response(cached(PROJECTS, parts, lambda: answer(request, *args, **kwargs).data))

    def _is_shared(self, request: Request) -> bool:
        query = request.query_params
        return (
            not request.user.is_authenticated
            and self.cached_parameters.issuperset(query)
            and all(len(values) == 1 for _, values in query.lists())
            and query.get("page", "1") in PAGES
        )
