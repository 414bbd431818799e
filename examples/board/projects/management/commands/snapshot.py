"""Writes a database that is ready to be copied: `manage.py snapshot board.sqlite3`.

The file holds every table and the data of `seed`. The same code gives the same bytes with
one version of SQLite, so a copy can be kept and named by its content.
"""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from projects.management.commands.seed import NOW


class Command(BaseCommand):
    """Make a snapshot."""

    help = "Migrate and seed the empty SQLite database of the settings, and copy it to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the file and --projects."""
        parser.add_argument("file", type=Path, help="where to; it must not exist")
        parser.add_argument("--projects", type=int, default=120, help="how many (120)")

    def handle(self, *, file: Path, projects: int, **options: Any) -> None:
        """Write the file."""
        if connection.vendor != "sqlite":
            raise CommandError("A snapshot is an SQLite file: set DATABASE_URL=sqlite:///...")
        if file.exists():
            raise CommandError(f"{file} exists already.")
        call_command("migrate", verbosity=0)
        call_command("seed", projects=projects, stdout=self.stdout)
        with connection.cursor() as cursor:
            # The one thing that a clock wrote.
            cursor.execute("UPDATE django_migrations SET applied = %s", [NOW.isoformat(" ")])
            # A new file without gaps, and without the write-ahead log that a page of a
            # browser could not share.
            cursor.execute("VACUUM INTO %s", [str(file)])
