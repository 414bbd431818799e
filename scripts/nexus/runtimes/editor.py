"""The editor for the page: CodeMirror, bundled into one module."""

import tempfile
from pathlib import Path
from typing import Any

from nexus.runtimes import bundler, fetching, lock
from nexus.runtimes.part import Part, entry, hashed
from nexus.runtimes.unpacking import terms, unpacked

_ENTRY = lock.HERE / "editor.mjs"


class Editor(Part):
    """The parts of CodeMirror that our editor uses."""

    name = "editor"

    def archives(self) -> list[lock.Archive]:
        """Return the bundler and all that goes into the bundle."""
        return [bundler.archive(), *lock.editor()]

    def make(self, into: Path) -> dict[str, Any]:
        """Write the bundle."""
        with tempfile.TemporaryDirectory() as name:
            there = Path(name)
            for tarball in lock.editor():
                _write(unpacked(fetching.read(tarball)), there / "node_modules" / tarball.name)
            copy = there / _ENTRY.name
            copy.write_bytes(_ENTRY.read_bytes())
            content = bundler.bundle(copy)
        file = into / f"editor-{hashed(content)}.mjs"
        file.write_bytes(content)
        file.with_suffix(".txt").write_text(terms(lock.editor()), "utf-8", newline="\n")
        return entry(file)


def _write(files: dict[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
