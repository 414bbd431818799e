"""Sends the requests of a file to this very board: `manage.py send project.http`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sending.conversation import send_graphql, send_http
from sending.files import FileError

SENDERS = {".http": send_http, ".graphql": send_graphql}


class Command(BaseCommand):
    """Send a file."""

    help = "Send the requests of a .http or .graphql file to this board and print the answers."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the file."""
        parser.add_argument("file", type=Path, help="a .http or .graphql file")

    def handle(self, *, file: Path, **options: Any) -> None:
        """Print each exchange; end with the line of the file that cannot be understood."""
        sender = SENDERS.get(file.suffix)
        if sender is None:
            raise CommandError(f"{file} is neither .http nor .graphql.")
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        try:
            for number, answer in enumerate(sender(text)):
                self.stdout.write(("\n\n" if number else "") + answer.transcript())
        except FileError as error:
            raise CommandError(f"{file}:{error.line}: {error}") from None
