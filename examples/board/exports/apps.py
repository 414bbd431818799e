"""The exports app."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    """Copies of a project's history, made in the background."""

    name = "exports"
