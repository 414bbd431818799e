"""Writes `lock.toml` anew from `wanted.toml` and `requirements.txt`.

Every archive is fetched once and measured; its hash must be the one that its registry
states, and for a wheel the one in `requirements.txt`.
"""

import hashlib
import json
import os
import re
import urllib.parse
from typing import Any

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from nexus.paths import LOCK as REQUIREMENTS
from nexus.problems import NexusError
from nexus.runtimes import fetching
from nexus.runtimes.lock import LOCK, Tarball, Wanted, wanted
from nexus.runtimes.python import needs

# The form of an index page that holds data (PEP 691).
_SIMPLE = "application/vnd.pypi.simple.v1+json"
_HEAD = """\
# Written by a program from wanted.toml and requirements.txt. To refresh it:
#   python3 scripts/test.py --lock
"""


def write() -> None:
    """Write the lock.

    Raises:
        NexusError: a registry cannot be reached, or has not what we want.
    """
    entries = [*_npm(wanted()), *_wheels(wanted())]
    LOCK.write_text(_HEAD + "".join(entries), "utf-8", newline="\n")
    print(f"Wrote {len(entries)} archives to {LOCK.name}.")


def _entry(table: str, **values: str | int) -> str:
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join(["", f"[[{table}]]", *lines, ""])


def _get(url: str, accept: str = "*/*") -> bytes:
    try:
        return b"".join(fetching.chunks(url, accept=accept))
    except OSError as error:
        raise NexusError(f"{url} cannot be read: {error}") from error


# --- npm -----------------------------------------------------------------------------------


def _npm(want: Wanted) -> list[str]:
    pinned = dict(want.versions)
    bundler = pinned.pop(want.bundler)
    pinned |= {f"@{want.bundler}/{platform}": bundler for platform in want.platforms}
    found: dict[str, str] = {}
    ranges: dict[str, set[str]] = {name: set() for name in want.editor}
    queue = list(want.editor)
    while queue:
        name = queue.pop(0)
        version = pinned.get(name) or _newest(name, ranges[name])
        if found.get(name) == version:
            continue
        found[name] = version
        for other, wish in _versions(name)[version].get("dependencies", {}).items():
            ranges.setdefault(other, set()).add(wish)
            queue.append(other)
    found |= {name: version for name, version in pinned.items() if name not in found}
    return [_tarball(name, version) for name, version in sorted(found.items())]


def _tarball(name: str, version: str) -> str:
    integrity = _versions(name)[version]["dist"]["integrity"]
    tarball = Tarball(name, version, integrity, 0)
    content = _get(fetching.address(tarball))
    if not tarball.fits(content):
        raise NexusError(f"{name} {version} does not have the hash that the registry states.")
    return _entry("npm", name=name, version=version, integrity=integrity, size=len(content))


_known: dict[str, dict[str, Any]] = {}


def _versions(name: str) -> dict[str, Any]:
    if name not in _known:
        url = f"{fetching.registry()}/{urllib.parse.quote(name, safe='@')}"
        _known[name] = json.loads(_get(url))["versions"]
    return _known[name]


def _newest(name: str, wishes: set[str]) -> str:
    """Return the newest release that fits all of ``wishes``."""
    specifiers = SpecifierSet(",".join(_specifier(wish) for wish in wishes))
    releases = [Version(one) for one in _versions(name) if re.fullmatch(r"[\d.]+", one)]
    fitting = [str(one) for one in sorted(releases) if one in specifiers]
    if not fitting:
        raise NexusError(f"No release of {name} fits {', '.join(sorted(wishes))}.")
    return fitting[-1]


def _specifier(wish: str) -> str:
    """Return the npm range ``^1.2.3`` (or ``1.2.3``, ``~1.2.3``, ``*``) as Python writes it."""
    if wish in {"*", ""}:
        return ">=0"
    found = re.fullmatch(r"([\^~]?)(\d+)\.(\d+)\.(\d+)", wish)
    if not found:
        raise NexusError(f"The npm range {wish!r} is of a kind that refresh.py cannot read.")
    sign, major, minor, patch = found.groups()
    base = f"{major}.{minor}.{patch}"
    if not sign:
        return f"=={base}"
    if sign == "^" and major != "0":
        return f">={base},<{int(major) + 1}"
    if sign == "~" or minor != "0":
        return f">={base},<{major}.{int(minor) + 1}"
    return f"=={base}"


# --- wheels --------------------------------------------------------------------------------


def _wheels(want: Wanted) -> list[str]:
    found: dict[str, str] = {}
    queue = [name for names in want.groups.values() for name in names]
    while queue:
        name = queue.pop(0)
        if name not in found:
            found[name], content = _wheel(name)
            queue += needs(name, content)
    return [text for _, text in sorted(found.items())]


def _wheel(name: str) -> tuple[str, bytes]:
    """Return the entry and the content of the wheel that a browser can use."""
    version, hashes = _required(name)
    files = json.loads(_get(f"{_index()}/{name}/", _SIMPLE))["files"]
    names = {file["filename"]: file for file in files if file["hashes"].get("sha256") in hashes}
    # Without a pure wheel: one whose compiled part is optional, and is left out of ours.
    fitting = [one for one in names if one.endswith("none-any.whl")] or [
        one for one in sorted(names) if "-cp314-manylinux" in one and one.endswith("x86_64.whl")
    ]
    if not fitting:
        raise NexusError(f"{name} {version} has no wheel that runs in a browser.")
    file = names[fitting[0]]
    content = _get(urllib.parse.urljoin(f"{_index()}/{name}/", file["url"]))
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 not in hashes:
        raise NexusError(f"{fitting[0]} does not have the hash that requirements.txt demands.")
    text = _entry(
        "wheel",
        name=name,
        version=version,
        file=fitting[0],
        sha256=sha256,
        size=len(content),
    )
    return text, content


def _index() -> str:
    return os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")


def _required(name: str) -> tuple[str, set[str]]:
    """Return the version and the hashes of a package in `requirements.txt`."""
    text = REQUIREMENTS.read_text("utf-8")
    found = re.search(rf"^{re.escape(name)}==([\w.]+)((?:.*\\\n)+.*)", text, re.M)
    if not found:
        raise NexusError(
            f"{name} is needed in the page, and requirements.txt does not have it. Add it to "
            "pyproject.toml, or to left_out in wanted.toml if nothing imports it there."
        )
    return found[1], set(re.findall(r"sha256:(\w{64})", found[2]))
