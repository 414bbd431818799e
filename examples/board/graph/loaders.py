"""Loads what belongs to many rows in one query, so that no GraphQL query is N+1.

GraphQL resolves one row after the other: the owner of the first project, then of the
second, and so on. Rows that one query fetched together are peers here, and the first of
them that needs something loads it for all. How many SQL queries run depends on the fields
that a client names and never on the number of rows. (Other names of the idea: DataLoader,
which collects keys on an event loop and so needs async code; Django 6.1's FETCH_PEERS.)
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Count, F, Model, QuerySet, Window, prefetch_related_objects
from django.db.models.functions import RowNumber

from graph.connections import Connection, Page

Row = TypeVar("Row", bound=Model)


class Peers:
    """Rows that were fetched together, and what has been loaded for all of them."""

    def __init__(self, rows: Iterable[Model]) -> None:
        self.rows = list(rows)
        self.loaded: dict[Hashable, Mapping[Any, Any]] = {}
        for row in self.rows:
            row.__dict__["_peers"] = self

    @classmethod
    def of(cls, row: Model) -> "Peers":
        """Return the peers of a row; one that was fetched alone has only itself."""
        peers: Peers | None = row.__dict__.get("_peers")
        return peers or cls([row])


def load(row: Model, key: Hashable, fetch: Callable[[list[Any]], Mapping[Any, Any]]) -> Any:
    """Return what `fetch` finds for a row by its primary key, or None.

    Args:
        row: The row to load for.
        key: What is loaded, with all its arguments; one query for each key.
        fetch: Gets the row and its peers; returns a value by primary key.
    """
    peers = Peers.of(row)
    if key not in peers.loaded:
        peers.loaded[key] = fetch(peers.rows)
    return peers.loaded[key].get(row.pk)


def load_one(
    row: Model, here: str, rows: Callable[[], QuerySet[Row]], there: str = "pk"
) -> Row | None:
    """Return the row whose `there` equals `here` of this row, such as `owner_id`.

    Returns:
        None where `here` is empty or `rows` has no such row.
    """

    def fetch(peers: list[Model]) -> dict[Any, Row]:
        keys = {peer.pk: getattr(peer, here) for peer in peers}
        targets = list(rows().filter(**{f"{there}__in": set(keys.values())}))
        Peers(targets)
        found = {getattr(target, there): target for target in targets}
        return {pk: found[key] for pk, key in keys.items() if key in found}

    target: Row | None = load(row, (here, there), fetch)
    return target


def load_list(row: Model, relation: str) -> list[Any]:
    """Return all rows of a many-to-many relation, which is short by its nature."""

    def fetch(peers: list[Any]) -> dict[Any, list[Model]]:
        prefetch_related_objects(peers, relation)
        return {peer.pk: list(getattr(peer, relation).all()) for peer in peers}

    related: list[Any] = load(row, relation, fetch)
    return related


def load_count(row: Model, name: str, rows: Callable[[], QuerySet[Any]], foreign_key: str) -> int:
    """Count the rows that point back at a row; the name tells counts of one row apart."""

    def fetch(peers: list[Model]) -> dict[Any, int]:
        mine = rows().filter(**{f"{foreign_key}__in": peers}).order_by().values(foreign_key)
        return dict(mine.annotate(number=Count("pk")).values_list(foreign_key, "number"))

    return load(row, name, fetch) or 0


def pages(
    rows: QuerySet[Any], page: Page, parents: list[Model], foreign_key: str
) -> dict[Any, Connection[Any]]:
    """Return for each parent a page of the rows that point at it.

    The database numbers the rows of each parent (a window function) and returns the
    first few of each, so that one query serves all parents.
    """
    numbered = page.narrow(rows.filter(**{f"{foreign_key}__in": parents})).annotate(
        _number=Window(RowNumber(), partition_by=F(foreign_key), order_by=page.ordering)
    )
    found: defaultdict[Any, list[Model]] = defaultdict(list)
    for row in numbered.filter(_number__lte=page.size + 1).order_by("_number"):
        found[getattr(row, f"{foreign_key}_id")].append(row)
    cut = {parent.pk: page.connection(found[parent.pk]) for parent in parents}
    Peers(edge.node for each in cut.values() for edge in each.edges)
    return cut


def root_page(rows: QuerySet[Any], page: Page) -> Connection[Any]:
    """Return one page of a list that belongs to no other row."""
    narrowed = page.narrow(rows).order_by(*page.ordering)
    connection = page.connection(list(narrowed[: page.size + 1]))
    Peers(edge.node for edge in connection.edges)
    return connection
