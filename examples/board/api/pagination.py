"""Two ways through a long list: numbered pages (v1) and cursors (v2).

A page number costs a COUNT and an OFFSET, both slower the longer the list, and a row that
is added meanwhile shifts all the others. A cursor names the last row seen: each page costs
the same, and nothing is skipped or shown twice. Links are relative references (RFC 3986),
right behind any proxy and for any host name.
"""

import re
from typing import Any

from django.core.paginator import Page
from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination, PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

PAGE_SIZE, MAX_PAGE_SIZE, MAX_PAGE = 20, 100, 1000
_LINK = {"type": ["string", "null"], "format": "uri-reference"}


def _natural(request: Request, name: str, *, default: int, maximum: int) -> int:
    """Read a whole number from the query, or raise `ValidationError`."""
    text = request.query_params.get(name, str(default))
    if not re.fullmatch("[1-9][0-9]{0,8}", text) or int(text) > maximum:
        raise ValidationError({name: [f"This must be a whole number from 1 to {maximum}."]})
    return int(text)


def _parameter(name: str, description: str, **schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema}


_SIZE = _parameter(
    "page_size",
    "How many to answer at most.",
    type="integer",
    minimum=1,
    maximum=MAX_PAGE_SIZE,
    default=PAGE_SIZE,
)


def _envelope(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    properties = more | {"next": _LINK, "previous": _LINK, "results": schema}
    return {"type": "object", "required": list(properties), "properties": properties}


class Pages(PageNumberPagination):
    """`?page=2&page_size=50`, with the count of all: what v1 has."""

    page: Page[Any]
    request: Request
    page_size_query_param = "page_size"

    def get_page_size(self, request: Request) -> int:
        """Return the size that was asked for, within the limits."""
        return _natural(request, "page_size", default=PAGE_SIZE, maximum=MAX_PAGE_SIZE)

    def get_page_number(self, request: Request, paginator: Any) -> int:
        """Return the number that was asked for; far pages are what cursors are for."""
        return _natural(request, "page", default=1, maximum=MAX_PAGE)

    def get_next_link(self) -> str | None:
        """Return where the next page is."""
        return self._link(self.page.number + 1) if self.page.has_next() else None

    def get_previous_link(self) -> str | None:
        """Return where the previous page is."""
        return self._link(self.page.number - 1) if self.page.has_previous() else None

    def _link(self, number: int) -> str | None:
        return replace_query_param(self.request.get_full_path(), "page", number)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe the answer for the contract."""
        return _envelope(schema, count={"type": "integer", "minimum": 0})

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the parameters for the contract."""
        number = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1}
        return [_parameter("page", "Which page.", **number), _SIZE]


class Cursors(BasePagination):
    """`?cursor=…&page_size=50`: what v2 has.

    A cursor holds the value that the list is ordered by and the id of one row, signed,
    so that a client can follow it and nothing else. It belongs to one order.
    """

    _signer = Signer(salt="api.cursor")

    def paginate_queryset(
        self, queryset: QuerySet[Any], request: Request, view: Any = None
    ) -> list[Any]:
        """Return the rows after the cursor, or before it, in the first order of the queryset."""
        size = _natural(request, "page_size", default=PAGE_SIZE, maximum=MAX_PAGE_SIZE)
        order = str((queryset.query.order_by or queryset.model._meta.ordering)[0])
        self._request, self._order = request, order
        cursor = self._read()
        back = bool(cursor and cursor["back"])
        # The id decides between equal values, else a page could begin anywhere among them.
        queryset = queryset.order_by(order, "-pk" if order.startswith("-") else "pk")
        if back:
            queryset = queryset.reverse()
        if cursor:
            queryset = queryset.filter(_beyond(order, back, cursor["value"], cursor["id"]))
        rows = list(queryset[: size + 1])  # one more tells whether there are more
        more, rows = len(rows) > size, rows[:size]
        if back:
            rows.reverse()
        self._next = self._link(rows[-1], back=False) if rows and (more or back) else None
        self._previous = (
            self._link(rows[0], back=True) if rows and cursor and (more or not back) else None
        )
        return rows

    def _link(self, row: Model, *, back: bool) -> str | None:
        value = getattr(row, self._order.removeprefix("-"))
        place = {
            "order": self._order,
            "back": back,
            "value": value.isoformat() if hasattr(value, "isoformat") else value,
            "id": row.pk,
        }
        signed = self._signer.sign_object(place, compress=True)
        return replace_query_param(self._request.get_full_path(), "cursor", signed)

    def _read(self) -> dict[str, Any] | None:
        text = self._request.query_params.get("cursor")
        if text is None:
            return None
        try:
            place: dict[str, Any] = self._signer.unsign_object(text)
        except BadSignature:
            place = {}
        if place.get("order") != self._order:
            raise ValidationError({"cursor": ["Follow `next` or `previous` of an earlier answer."]})
        return place

    def get_paginated_response(self, data: Any) -> Response:
        """Wrap the rows."""
        return Response({"next": self._next, "previous": self._previous, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe the answer for the contract."""
        return _envelope(schema)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the parameters for the contract."""
        return [_parameter("cursor", "From `next` or `previous`.", type="string"), _SIZE]


def _beyond(order: str, back: bool, value: Any, pk: int) -> Q:
    """Match the rows after one in this order, or before it where we go back.

    `value <= v AND (value < v OR id < i)` instead of the plainer
    `value < v OR (value = v AND id < i)`: its first half is a range that an index serves.
    """
    field = order.removeprefix("-")
    side = "lt" if order.startswith("-") != back else "gt"
    return Q(**{f"{field}__{side}e": value}) & (
        Q(**{f"{field}__{side}": value}) | Q(**{f"pk__{side}": pk})
    )
