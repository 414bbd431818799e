"""Prints the entities and relations of the board, read from its models."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import models

APPS = ("people", "projects", "notifications", "exports")


class Command(BaseCommand):
    """`manage.py erd`: the entity-relationship diagram as text."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print every model with its relations and what the database enforces."""
        for label in APPS:
            for model in apps.get_app_config(label).get_models():
                self.stdout.write("\n".join([f"{label}.{model.__name__}", *lines(model), ""]))


def lines(model: type[models.Model]) -> Iterator[str]:
    """Yield a line for each relation, unique field and constraint of ``model``."""
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey):
            many = "1" if field.unique else "n"
            null = ", may be empty" if field.null else ""
            yield f"  {field.name} {many} ──▶ 1 {target(field)} (delete: {on_delete(field)}{null})"
        elif field.unique and not field.primary_key:
            yield f"  {field.name} unique"
    for relation in model._meta.local_many_to_many:
        yield f"  {relation.name} n ──▶ n {target(relation)}"
    for constraint in model._meta.constraints:
        kind = type(constraint).__name__.removesuffix("Constraint").lower()
        yield f"  {kind}: {constraint.name}"


def target(field: "models.ForeignKey[Any, Any] | models.ManyToManyField[Any, Any]") -> str:
    """Return the name of the model that ``field`` refers to."""
    related = field.remote_field.model
    return related if isinstance(related, str) else related.__name__


def on_delete(field: "models.ForeignKey[Any, Any]") -> str:
    """Return what happens to the row when the one it refers to is deleted."""
    return str(field.remote_field.on_delete.__name__).lower().replace("_", " ")
