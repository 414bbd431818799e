"""How the types declare their fields: by a resolver, by a foreign key, as pages of rows."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import strawberry
from django.db.models import Model, QuerySet
from strawberry import Parent
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.extensions.field_extension import SyncExtensionResolver
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from graph.connections import Connection, Page
from graph.context import Info
from graph.loaders import load, load_one, pages, root_page

Resolver = Callable[..., object]
_ARGUMENTS = {
    "first": (int, "How many rows, from the start."),
    "after": (str, "Only rows after this cursor."),
    "last": (int, "How many rows, from the end."),
    "before": (str, "Only rows before this cursor."),
}


def resolved(kind: Any = None, *extensions: FieldExtension) -> Callable[[Resolver], Any]:
    """Declare a field by its resolver, whose docstring is its description in the schema.

    Args:
        kind: The GraphQL type, where the resolver returns a row of the database instead.
        *extensions: What to do besides.
    """
    return lambda resolver: strawberry.field(
        resolver=resolver,
        graphql_type=kind,
        description=inspect.getdoc(resolver),
        extensions=[*extensions],
    )


def to_one(attribute: str, model: type[Model]) -> Any:
    """Declare the row that a foreign key such as `owner_id` points to."""

    def resolver(root: Parent[Any]) -> object:
        return load_one(root, attribute, model._default_manager.all)

    return strawberry.field(resolver=resolver)


def connection(node: str, *, of: str | None = None) -> Callable[[Resolver], Any]:
    """Declare a paged list by a resolver that returns all its rows as a queryset.

    The queryset is ordered by columns that are never null and together unique. The
    resolver's arguments are the filters; those of the page are added here.

    Args:
        node: The name of the type in `graph.types`.
        of: The foreign key by which the rows point at the object that the list belongs
            to; None for a list of the whole board.
    """
    kind = Annotated[node, strawberry.lazy("graph.types")]  # type: ignore[valid-type]
    return resolved(Connection[kind], Paged(of))


class Paged(FieldExtension):
    """Adds the four arguments of a connection and fetches the page that they name."""

    def __init__(self, foreign_key: str | None) -> None:
        self.foreign_key = foreign_key

    def apply(self, field: StrawberryField) -> None:
        """Declare the arguments."""
        field.arguments = [*field.arguments] + [
            StrawberryArgument(
                name, None, StrawberryAnnotation(kind | None), default=None, description=description
            )
            for name, (kind, description) in _ARGUMENTS.items()
        ]

    def resolve(
        self, next_: SyncExtensionResolver, source: Any, info: Info, **arguments: Any
    ) -> Connection[Any]:
        """Cut the page out of the rows of the resolver, for all peers at once."""
        key = (info.field_name, *sorted(arguments.items()))
        place = {name: arguments.pop(name) for name in _ARGUMENTS}

        def rows_and_page() -> tuple[QuerySet[Any], Page]:
            rows: QuerySet[Any] = next_(source, info, **arguments)
            return rows, Page(tuple(map(str, rows.query.order_by)), **place)

        of = self.foreign_key
        if of is None:
            return root_page(*rows_and_page())
        page: Connection[Any] = load(source, key, lambda peers: pages(*rows_and_page(), peers, of))
        return page
