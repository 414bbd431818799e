"""The notifications app."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Messages that leave the board, and the record of those that left."""

    name = "notifications"
