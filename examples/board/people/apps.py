"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Connects the signal once all models are loaded."""

    name = "people"
    verbose_name = "People"

    def ready(self) -> None:
        """Import the module whose decorator connects the receiver."""
        from people import signals  # noqa: F401
