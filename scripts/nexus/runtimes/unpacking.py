"""What is inside an npm package, and the terms it comes under."""

import io
import json
import tarfile
from collections.abc import Iterable

from nexus.runtimes import fetching
from nexus.runtimes.lock import Tarball


def unpacked(tarball: bytes) -> dict[str, bytes]:
    """Return the files of an npm package by name."""
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        return {
            member.name.partition("/")[2]: stream.read()
            for member in archive
            if (stream := archive.extractfile(member))
        }


def terms(tarballs: Iterable[Tarball]) -> str:
    """Return which license each package names, and its text where the package has it."""
    texts = []
    for tarball in tarballs:
        files = unpacked(fetching.read(tarball))
        license_ = json.loads(files["package.json"])["license"]
        text = next(
            (files[name] for name in sorted(files) if name.upper().startswith("LICEN")), b""
        )
        head = f"{tarball.name} {tarball.version}: {license_}\n"
        texts.append(head + text.decode("utf-8", "replace").replace("\r\n", "\n"))
    return "\n\n".join(texts)
