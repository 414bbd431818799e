"""`lock.toml`: every archive that the runtimes are made of, with its version and hash."""

import base64
import hashlib
import hmac
import platform
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LOCK = HERE / "lock.toml"
WANTED = HERE / "wanted.toml"


@dataclass(frozen=True)
class Tarball:
    """One package of the npm registry."""

    name: str
    version: str
    integrity: str
    size: int

    @property
    def file(self) -> str:
        """Its name in the cache."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"

    def fits(self, content: bytes) -> bool:
        """Whether ``content`` is what the lock means."""
        digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
        return hmac.compare_digest(self.integrity, f"sha512-{digest}")


@dataclass(frozen=True)
class Wheel:
    """One wheel of PyPI."""

    name: str
    version: str
    file: str
    sha256: str
    size: int

    def fits(self, content: bytes) -> bool:
        """Whether ``content`` is what the lock means."""
        return hmac.compare_digest(self.sha256, hashlib.sha256(content).hexdigest())


Archive = Tarball | Wheel


@dataclass(frozen=True)
class Wanted:
    """What a person asks for in `wanted.toml`."""

    python: str
    sql: str
    bundler: str
    editor: tuple[str, ...]
    platforms: tuple[str, ...]
    versions: dict[str, str]
    groups: dict[str, tuple[str, ...]]
    left_out: dict[str, str]
    added: dict[str, tuple[str, ...]]


@cache
def wanted() -> Wanted:
    """Return what `wanted.toml` says."""
    data = tomllib.loads(WANTED.read_text("utf-8"))
    npm, wheels = data["npm"], data["wheels"]
    return Wanted(
        python=npm["python"],
        sql=npm["sql"],
        bundler=npm["bundler"],
        editor=tuple(npm["editor"]),
        platforms=tuple(npm["platforms"]),
        versions=npm["versions"],
        groups={name: tuple(names) for name, names in wheels["groups"].items()},
        left_out=wheels["left_out"],
        added={name: tuple(names) for name, names in wheels["added"].items()},
    )


@cache
def tarballs() -> dict[str, Tarball]:
    """Return name -> locked package of the npm registry."""
    return {entry["name"]: Tarball(**entry) for entry in _read()["npm"]}


@cache
def wheels() -> dict[str, Wheel]:
    """Return name -> locked wheel."""
    return {entry["name"]: Wheel(**entry) for entry in _read()["wheel"]}


@cache
def _read() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(LOCK.read_text("utf-8"))


def editor() -> list[Tarball]:
    """Return what the editor is bundled from."""
    others = (wanted().python, wanted().sql)
    inside = f"@{wanted().bundler}/"
    return [
        tarball
        for name, tarball in tarballs().items()
        if name not in others and not name.startswith(inside)
    ]


def this_platform() -> str:
    """Return this machine as the npm registry names it: `linux-x64`, `darwin-arm64`."""
    system = {"win32": "win32", "darwin": "darwin"}.get(sys.platform, "linux")
    machine = platform.machine().lower()
    processor = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64"}.get(machine, machine)
    return f"{system}-{processor}"
