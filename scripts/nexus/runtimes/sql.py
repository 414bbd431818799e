"""PostgreSQL for the page: PGlite.

Its data goes out gzipped as `pglite.data.gz`: hosts compress what they know, and a `.data`
they do not. The worker unpacks it.
"""

import gzip
import re
from pathlib import Path
from typing import Any

from nexus.runtimes import fetching
from nexus.runtimes.lock import Archive, tarballs, wanted
from nexus.runtimes.part import Part, entry, settle
from nexus.runtimes.unpacking import terms, unpacked

# What `index.js` fetches by itself; the modules that it imports are found by reading it. Its
# dynamic imports are left out: they are for Node and for databases that outlive a visit.
_DATA = "pglite.data"
_WASM = ("pglite.wasm", "initdb.wasm")
_MAP = re.compile(rb"^//# sourceMappingURL=.*\n?", re.M)
_IMPORT = re.compile(rb"""(?:from|import)\s*["']\./([\w-]+\.js)["']""")


class Sql(Part):
    """PGlite without its extensions."""

    name = "sql"

    def archives(self) -> list[Archive]:
        """Return PGlite's package."""
        return [tarballs()[wanted().sql]]

    def make(self, into: Path) -> dict[str, Any]:
        """Write the folder that PGlite loads from."""
        folder = into / "pglite"
        folder.mkdir()
        members = unpacked(fetching.read(tarballs()[wanted().sql]))
        for name in _modules(members, "index.js"):
            # Without the address of a map that we do not serve.
            code = _MAP.sub(b"", members[f"dist/{name}"])
            (folder / name).write_bytes(code)
        for name in _WASM:
            (folder / name).write_bytes(members[f"dist/{name}"])
        packed = gzip.compress(members[f"dist/{_DATA}"], 9, mtime=0)
        (folder / f"{_DATA}.gz").write_bytes(packed)
        files = [entry(file) for file in sorted(folder.iterdir())]
        said = terms([tarballs()[wanted().sql]])
        (folder / "licenses.txt").write_text(said, "utf-8", newline="\n")
        folder = settle(folder, "pglite")
        return {"base": f"{folder.name}/", "files": files}


def _modules(members: dict[str, bytes], first: str) -> list[str]:
    """Return the module ``first`` and all that it imports."""
    found, queue = [], [first]
    while queue:
        name = queue.pop(0)
        if name not in found:
            found.append(name)
            queue += sorted(one.decode() for one in _IMPORT.findall(members[f"dist/{name}"]))
    return found
