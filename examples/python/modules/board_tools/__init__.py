"""Tools of the board. The names imported here are the package's front door."""

from .slugs import slugify

__all__ = ["slugify"]
