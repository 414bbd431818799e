"""Write the files that say what clients may rely on."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from api.contract import texts


class Command(BaseCommand):
    """`manage.py export_contract`: a change of the API is a change of these files."""

    help = "Write openapi-v1.json, openapi-v2.json and schema.graphql."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let the files go elsewhere."""
        parser.add_argument("--out", type=Path, default=settings.BASE_DIR / "contract")

    def handle(self, *args: Any, out: Path, **options: Any) -> None:
        """Write them all."""
        out.mkdir(parents=True, exist_ok=True)
        for name, text in texts().items():
            (out / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"wrote {out / name}")
