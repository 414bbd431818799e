"""The running project for the page: its code as a zip, and its seeded database."""

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

from nexus.examples import every_path
from nexus.paths import EXAMPLES
from nexus.project import database, project
from nexus.publish import add
from nexus.runtimes.lock import Archive
from nexus.runtimes.part import Part, entry, hashed

_LEFT_OUT = {"tests", "bench"}


class Board(Part):
    """Code and data of the project that answers requests in the page."""

    name = "board"

    def archives(self) -> list[Archive]:
        """Return nothing: it is all in the repository."""
        return []

    def inputs(self) -> str:
        """Return a digest of the code and of the database."""
        digest = hashlib.sha256(super().inputs().encode())
        for file in _code():
            digest.update(
                file.relative_to(EXAMPLES).as_posix().encode() + b"\0" + file.read_bytes()
            )
        digest.update(database().read_bytes())
        return digest.hexdigest()

    def make(self, into: Path) -> dict[str, Any]:
        """Write the zip and the database."""
        content = _zip()
        archive = into / f"{project().name}-{hashed(content)}.zip"
        archive.write_bytes(content)
        data = database().read_bytes()
        seeded = into / f"{project().name}-{hashed(data)}.sqlite3"
        seeded.write_bytes(data)
        return {"zip": entry(archive), "database": entry(seeded)}


def _code() -> list[Path]:
    name = project().name
    return [
        EXAMPLES / path
        for path in every_path()
        if path.parts[0] == name and not _LEFT_OUT.intersection(path.parts)
    ]


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in _code():
            add(archive, file.relative_to(EXAMPLES).as_posix(), file.read_bytes())
    return buffer.getvalue()
