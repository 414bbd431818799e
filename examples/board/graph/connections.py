"""Pages of long lists, as the Relay connection specification describes them.

A page begins after a row, not at a number: new rows shift nothing, and the hundredth page
costs what the first one does, because an index leads to it ("keyset pagination"). There is
no total: counting a long list reads all of it for a number that is old when it arrives.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

import strawberry
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from strawberry.relay import PageInfo

from projects.errors import Invalid

T = TypeVar("T")
RowT = TypeVar("RowT", bound=Model)


@strawberry.type(description="One row of a page.")
class Edge(Generic[T]):
    """A row and its place in the list."""

    cursor: str = strawberry.field(description="Pass it as `after` or `before`.")
    node: T


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    """A page: its rows, and whether there are more."""

    edges: list[Edge[T]]
    page_info: PageInfo


@dataclass(frozen=True)
class Page:
    """Which rows of an ordered list a client asks for.

    Attributes:
        order: Names of columns, `-` for descending, as `order_by` takes them. Together
            they are unique and never null, so every row has one certain place.
        first: How many rows, from the start.
        after: The cursor that they come after.
        last: How many rows, from the end.
        before: The cursor that they come before.

    Raises:
        Invalid: The numbers contradict each other, or ask for too much.
    """

    order: tuple[str, ...]
    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        """Check the numbers."""
        if self.first is not None and self.last is not None:
            raise Invalid("Give `first` or `last`, not both.", field="last")
        most = settings.GRAPHQL["MAX_PAGE_SIZE"]
        for name, size in (("first", self.first), ("last", self.last)):
            if size is not None and not 0 <= size <= most:
                raise Invalid(f"`{name}` is from 0 to {most}.", field=name)

    @property
    def size(self) -> int:
        """How many rows."""
        sizes = (self.first, self.last, int(settings.GRAPHQL["PAGE_SIZE"]))
        return next(size for size in sizes if size is not None)

    @property
    def ordering(self) -> tuple[str, ...]:
        """The order to fetch in: turned round when the page is counted from the end."""
        return tuple(map(_turn, self.order)) if self.last is not None else self.order

    def narrow(self, queryset: QuerySet[RowT]) -> QuerySet[RowT]:
        """Keep the rows between the two cursors.

        Raises:
            Invalid: A cursor is not from this list in this order.
        """
        if self.after is not None:
            queryset = queryset.filter(_beyond(self.order, self._values("after", self.after)))
        if self.before is not None:
            turned = tuple(map(_turn, self.order))
            queryset = queryset.filter(_beyond(turned, self._values("before", self.before)))
        return queryset

    def connection(self, rows: list[Any]) -> Connection[Any]:
        """Make the page from its rows and, where there are more, one row beyond it."""
        more = len(rows) > self.size
        edges = [Edge(cursor=self._cursor(row), node=row) for row in rows[: self.size]]
        if self.last is not None:
            edges.reverse()
        return Connection(
            edges=edges,
            page_info=PageInfo(
                has_next_page=(more and self.last is None)
                or (self.first is None and self.before is not None),
                has_previous_page=(more and self.last is not None)
                or (self.last is None and self.after is not None),
                start_cursor=edges[0].cursor if edges else None,
                end_cursor=edges[-1].cursor if edges else None,
            ),
        )

    def _cursor(self, row: Model) -> str:
        values = [getattr(row, name.lstrip("-")) for name in self.order]
        return self._signer.sign_object(
            [value.isoformat() if isinstance(value, datetime) else value for value in values]
        )

    def _values(self, argument: str, cursor: str) -> list[Any]:
        try:
            values: list[Any] = self._signer.unsign_object(cursor)
        except BadSignature as error:
            raise Invalid("This cursor is not from this list.", field=argument) from error
        return values

    @property
    def _signer(self) -> Signer:
        # Signed, a cursor can be nothing but what we gave out; the salt ties it to its order.
        return Signer(salt=f"graph.cursor:{','.join(self.order)}")


def _turn(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(order: tuple[str, ...], values: list[Any]) -> Q:
    """Select the rows that come after these values: (a, b) > (x, y), written out."""
    beyond = Q(pk__in=[])  # nothing comes after all values are equal
    for name, value in reversed(list(zip(order, values, strict=True))):
        column, further = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        bound = Q(**{f"{column}__{further}e": value})
        beyond = Q(**{f"{column}__{further}": value}) | Q(**{column: value}) & beyond
    return bound & beyond  # the bound alone says nothing new, but an index can begin there
