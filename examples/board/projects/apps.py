"""The projects app."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Projects, their members, join requests and posts."""

    name = "projects"
    verbose_name = "Projects"
