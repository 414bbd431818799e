"""Fetches locked archives into the cache: npm packages over HTTPS, wheels through pip."""

import http.client
import os
import re
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from nexus.problems import NexusError
from nexus.runtimes import cache
from nexus.runtimes.lock import Archive, Tarball, Wheel
from nexus.runtimes.progress import Progress, megabytes

_LOWER = "npm_config_registry"  # npm itself sets and reads it so
_TRIES = 3
_CHUNK = 1 << 16
_SECONDS = 60  # without a byte, a connection is given up
# Names that other programs give to a file of certificates; Python itself reads SSL_CERT_FILE.
_CERTIFICATES = ("NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")

GO_ON = (
    "Without it, pages cannot run examples; to go on all the same, add --no-run "
    "(serve.py --no-run, build.py --no-run)."
)


def place(archive: Archive) -> Path:
    """Return where ``archive`` lies in the cache, or would lie."""
    return cache.folder("archives") / archive.file


def read(archive: Archive) -> bytes:
    """Return the content of a fetched archive.

    Raises:
        NexusError: the file in the cache was altered; it is deleted.
    """
    path = place(archive)
    content = path.read_bytes()
    if not archive.fits(content):
        path.unlink()
        raise NexusError(
            f"{path} was altered after it had been fetched, and is deleted now. Run the same "
            "command again: it fetches the file anew."
        )
    return content


def fetch(archives: Iterable[Archive]) -> None:
    """Fetch what the cache lacks of ``archives``, and say what and how much that is.

    Raises:
        NexusError: something could not be fetched, or has not the hash of the lock.
    """
    missing = [archive for archive in archives if not place(archive).exists()]
    if not missing:
        return
    total = sum(archive.size for archive in missing)
    print(
        f"Fetching what runs in the page: {len(missing)} archives, {megabytes(total)}, "
        f"into {cache.folder('archives')} (once).",
        flush=True,
    )
    with Progress(total) as progress:
        for archive in missing:
            if isinstance(archive, Tarball):
                _fetch_tarball(archive, progress)
        _fetch_wheels([one for one in missing if isinstance(one, Wheel)], progress)


def registry() -> str:
    """Return the npm registry that this machine uses."""
    named = os.environ.get("NPM_CONFIG_REGISTRY") or os.environ.get(_LOWER)
    return (named or "https://registry.npmjs.org").rstrip("/")


def address(tarball: Tarball) -> str:
    """Return where ``tarball`` is fetched from."""
    base = tarball.name.rsplit("/", 1)[-1]
    return f"{registry()}/{tarball.name}/-/{base}-{tarball.version}.tgz"


def _fetch_tarball(tarball: Tarball, progress: Progress) -> None:
    url = address(tarball)
    what = f"{tarball.name} {tarball.version}"
    for attempt in range(1, _TRIES + 1):
        before = progress.done
        try:
            content = b"".join(chunks(url, progress.add))
        except (OSError, http.client.HTTPException) as error:
            progress.done = before
            if attempt < _TRIES and _passes(error):
                time.sleep(attempt)
                continue
            raise NexusError(
                f"{what} could not be fetched from {url}: {_reason(error)}. Check the network "
                f"connection (behind a proxy, set HTTPS_PROXY) and run the same command again. "
                f"{GO_ON}"
            ) from error
        if tarball.fits(content):
            _keep(tarball, content)
            return
        progress.done = before
        # A proxy or a mirror that alters packages does so each time; a broken transfer does not.
        if attempt == _TRIES:
            raise NexusError(
                f"{what} from {url} does not have the hash that lock.toml demands, after "
                f"{_TRIES} tries. Nothing of it was kept. If a proxy or mirror alters packages, "
                f"go around it. {GO_ON}"
            )


def chunks(
    url: str, count: Callable[[int], None] = lambda _: None, accept: str = "*/*"
) -> Iterator[bytes]:
    """Yield what ``url`` answers, and call ``count`` with the size of each piece.

    Raises:
        http.client.IncompleteRead: the connection ended before the announced length.
    """
    headers = {"User-Agent": "nexus", "Accept": accept}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=_SECONDS, context=_trust()) as answer:  # noqa: S310
        expected, got = answer.headers.get("Content-Length"), 0
        while chunk := answer.read(_CHUNK):
            got += len(chunk)
            count(len(chunk))
            yield chunk
    if expected and got != int(expected):
        raise http.client.IncompleteRead(b"", int(expected) - got)


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    for name in _CERTIFICATES:
        path = os.environ.get(name)
        if path and Path(path).is_file():
            context.load_verify_locations(path)
    if not context.get_ca_certs():
        # Python from python.org on macOS comes without certificates.
        from certifi import where

        context.load_verify_locations(where())
    return context


def _passes(error: Exception) -> bool:
    """Whether another try may succeed."""
    return not isinstance(error, urllib.error.HTTPError) or error.code >= 500 or error.code == 429


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code}"
    if isinstance(error, http.client.IncompleteRead):
        return "the connection ended half-way"
    return str(getattr(error, "reason", error))


def _fetch_wheels(wheels: list[Wheel], progress: Progress) -> None:
    """Fetch with pip: it knows mirrors and proxies, and has most of them cached already."""
    if not wheels:
        return
    sizes = {wheel.name: wheel.size for wheel in wheels}
    with tempfile.TemporaryDirectory(dir=cache.folder("archives")) as name:
        there = Path(name)
        listed = there / "requirements.txt"
        listed.write_text(
            "".join(f"{one.name}=={one.version} --hash=sha256:{one.sha256}\n" for one in wheels)
        )
        command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check"]
        command += ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
        # Not for this machine. PyYAML has no wheel for every system; ours is without its
        # compiled part, so any of them will do.
        command += ["--python-version", "3.14", "--implementation", "cp"]
        command += ["--abi", "cp314", "--abi", "none"]
        command += ["--platform", "manylinux2014_x86_64", "--platform", "manylinux_2_17_x86_64"]
        command += ["--progress-bar", "off", "--dest", name, "-r", str(listed)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        said, at = [], 0
        for line in process.stdout or ():
            said.append(line)
            if found := re.match(r"Collecting ([\w.-]+)==", line):
                progress.add(at)
                at = sizes.get(found[1], 0)
        if process.wait() != 0:
            raise NexusError(_pip_failure(wheels, said))
        progress.add(at)
        for wheel in wheels:
            path = there / wheel.file
            if not path.is_file() or not wheel.fits(path.read_bytes()):
                raise NexusError(
                    f"pip did not fetch {wheel.file} as lock.toml names it. Refresh the lock: "
                    f"python3 scripts/test.py --lock. {GO_ON}"
                )
            path.replace(place(wheel))


def _pip_failure(wheels: list[Wheel], said: list[str]) -> str:
    asked = [found[1] for line in said if (found := re.match(r"Collecting ([\w.-]+)==", line))]
    name = asked[-1] if asked else wheels[0].name
    if any("HASHES" in line for line in said):
        return (
            f"The wheel of {name} does not have the hash that lock.toml demands. Nothing of it "
            f"was kept. If a proxy or mirror alters packages, go around it. {GO_ON}"
        )
    errors = [line.removeprefix("ERROR: ").strip() for line in said if line.startswith("ERROR")]
    return (
        f"The wheel of {name} could not be fetched with pip: {' '.join(errors)[:300]} Check the "
        "network connection (behind a proxy, set HTTPS_PROXY) and run the same command again. "
        f"{GO_ON}"
    )


def _keep(archive: Archive, content: bytes) -> None:
    """Write under another name first: a half-written file never counts."""
    path = place(archive)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
