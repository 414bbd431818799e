"""Python for the page: Pyodide, and the packages that examples import there."""

import hashlib
import io
import json
import zipfile
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from nexus.runtimes import fetching
from nexus.runtimes.lock import Archive, Wheel, tarballs, wanted, wheels
from nexus.runtimes.part import Part, entry, settle
from nexus.runtimes.slim import slim
from nexus.runtimes.unpacking import terms, unpacked

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCKED = "pyodide-lock.json"

# The markers of what a package needs are read for the reader's browser, not for this machine.
_BROWSER = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
    "extra": "",
}


class Python(Part):
    """Pyodide with slimmed packages."""

    name = "python"

    def archives(self) -> list[Archive]:
        """Return Pyodide's package and all wheels."""
        return [tarballs()[wanted().python], *wheels().values()]

    def make(self, into: Path) -> dict[str, Any]:
        """Write the folder that Pyodide loads from."""
        folder = into / "python"
        folder.mkdir()
        members = unpacked(fetching.read(tarballs()[wanted().python]))
        for name in CORE:
            (folder / name).write_bytes(members[name])
        packages = {}
        for wheel in wheels().values():
            packages[wheel.name] = _package(wheel, folder)
        lock = {"info": json.loads(members[LOCKED])["info"], "packages": packages}
        (folder / LOCKED).write_text(json.dumps(lock, separators=(",", ":"), sort_keys=True))
        said = terms([tarballs()[wanted().python]])
        (folder / "licenses.txt").write_text(said, "utf-8", newline="\n")
        folder = settle(folder, "python")
        return {
            "base": f"{folder.name}/",
            "core": [entry(folder / name) for name in (*CORE, LOCKED)],
            "packages": {
                name: {
                    "file": entry(folder / package["file_name"]),
                    "depends": package["depends"],
                    "imports": package["imports"],
                }
                for name, package in packages.items()
            },
            "groups": {
                group: sorted(closure(names, {n: p["depends"] for n, p in packages.items()}))
                for group, names in wanted().groups.items()
            },
        }


def closure(names: tuple[str, ...], depends: dict[str, list[str]]) -> set[str]:
    """Return ``names`` and all that they need."""
    found: set[str] = set()
    queue = list(names)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += depends[name]
    return found


def _package(wheel: Wheel, folder: Path) -> dict[str, Any]:
    """Write the slimmed package; return its entry for Pyodide's own lock."""
    content = fetching.read(wheel)
    packed = slim(wheel.name, content)
    file = folder / f"{wheel.name}-{wheel.version}.tar.bz2"
    file.write_bytes(packed)
    return {
        "depends": needs(wheel.name, content),
        "file_name": file.name,
        "imports": _imports(content),
        "install_dir": "site",
        "name": wheel.name,
        "package_type": "package",
        "sha256": hashlib.sha256(packed).hexdigest(),
        "unvendored_tests": False,
        "version": wheel.version,
    }


def needs(name: str, wheel: bytes) -> list[str]:
    """Return the packages that the package ``name`` needs in a page."""
    found = set(wanted().added.get(name, ()))
    for line in _metadata(wheel).get_all("Requires-Dist") or []:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate(_BROWSER):
            continue
        found.add(str(canonicalize_name(requirement.name)))
    return sorted(found - wanted().left_out.keys())


def _metadata(wheel: bytes) -> Message:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        path = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return BytesParser().parsebytes(archive.read(path))


def _imports(wheel: bytes) -> list[str]:
    """Return the names at the top of the wheel that a program can import."""
    found = set()
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for path in archive.namelist():
            top, _, rest = path.partition("/")
            if rest and path.endswith(".py") and not top.endswith((".dist-info", ".data")):
                found.add(top)
            elif not rest and path.endswith(".py"):
                found.add(path.removesuffix(".py"))
    return sorted(found)
