"""One part of what a page runs: built once from locked archives, then kept in the cache."""

import gzip
import hashlib
import json
import shutil
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from nexus.runtimes import cache
from nexus.runtimes.lock import HERE, Archive


class Part(ABC):
    """A part of `run/` with its piece of the manifest."""

    name: str

    @abstractmethod
    def archives(self) -> list[Archive]:
        """Return what must be fetched before this part can be built."""

    @abstractmethod
    def make(self, into: Path) -> dict[str, Any]:
        """Write the part's files into the folder ``into``; return its piece of the manifest."""

    def inputs(self) -> str:
        """Return a digest of all that the result depends on."""
        digest = hashlib.sha256()
        for file in sorted(HERE.iterdir()):
            if file.suffix in {".py", ".toml", ".mjs"}:
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()

    def home(self) -> Path:
        """Return the folder in the cache where the built part lies, or would lie."""
        return cache.folder("built") / f"{self.name}-{self.inputs()[:20]}"

    def is_built(self) -> bool:
        """Whether nothing needs to be fetched or built."""
        return self.home().is_dir()

    def build(self) -> None:
        """Build the part; only a whole one gets its place."""
        home = self.home()
        with tempfile.TemporaryDirectory(dir=home.parent) as name:
            made = Path(name) / "made"
            files = made / "files"
            files.mkdir(parents=True)
            piece = self.make(files)
            (made / "manifest.json").write_text(json.dumps(piece), "utf-8")
            try:
                made.replace(home)
            except OSError:
                # Another build was quicker; what it made is the same.
                if not home.is_dir():
                    raise

    def manifest(self) -> Any:
        """Return the piece of the manifest of a built part."""
        return json.loads((self.home() / "manifest.json").read_text("utf-8"))

    def files(self) -> list[tuple[str, Path]]:
        """Return (path below `run/`, file) of a built part."""
        top = self.home() / "files"
        return [
            (file.relative_to(top).as_posix(), file)
            for file in sorted(top.rglob("*"))
            if file.is_file()
        ]


def entry(file: Path) -> dict[str, str | int]:
    """Return how the manifest names one file: its size, and what a reader pays for it."""
    content = file.read_bytes()
    packed = len(gzip.compress(content, 9, mtime=0))
    return {"name": file.name, "bytes": len(content), "gzip": min(packed, len(content))}


def hashed(content: bytes) -> str:
    """Return the part of a digest that names a file by its content."""
    return hashlib.sha256(content).hexdigest()[:12]


def settle(folder: Path, name: str) -> Path:
    """Rename ``folder`` to ``name-<hash of its content>`` and return it."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return Path(shutil.move(folder, folder.with_name(f"{name}-{digest.hexdigest()[:12]}")))
