"""esbuild, which bundles the editor and makes the site's own scripts small.

It is one program, taken from its npm package for this machine: no Node is needed.
"""

import os
import subprocess
from pathlib import Path

from nexus.problems import NexusError
from nexus.runtimes import cache, fetching, lock
from nexus.runtimes.unpacking import unpacked

_COMMON = ("--minify", "--format=esm", "--target=es2022", "--log-level=warning")


def archive() -> lock.Tarball:
    """Return the locked package for this machine.

    Raises:
        NexusError: there is none.
    """
    wanted = lock.wanted()
    name = f"@{wanted.bundler}/{lock.this_platform()}"
    if name in lock.tarballs():
        return lock.tarballs()[name]
    raise NexusError(
        f"{wanted.bundler} is not locked for {lock.this_platform()}, only for "
        f"{', '.join(wanted.platforms)}. {fetching.GO_ON}"
    )


def program() -> Path:
    """Return the program, unpacked once."""
    package = archive()
    path = cache.folder("tools") / f"{Path(package.file).stem}{'.exe' * (os.name == 'nt')}"
    if not path.exists():
        fetching.fetch([package])
        files = unpacked(fetching.read(package))
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(files["esbuild.exe" if os.name == "nt" else "bin/esbuild"])
        part.chmod(0o755)
        part.replace(path)
    return path


def bundle(entry: Path) -> bytes:
    """Return the module ``entry`` and all that it imports as one small module."""
    return _run([entry.name, "--bundle", "--legal-comments=inline"], entry.parent)


def minify(files: list[Path], folder: Path) -> None:
    """Make each of ``files`` in ``folder`` small, in its place; what they import stays apart."""
    for suffix in sorted({file.suffix for file in files}):
        names = [file.relative_to(folder).as_posix() for file in files if file.suffix == suffix]
        where = ["--outdir=.", "--outbase=.", "--allow-overwrite", f"--out-extension:.js={suffix}"]
        _run([*names, *where], folder)  # one process for all of them


def _run(arguments: list[str], folder: Path) -> bytes:
    command = [str(program()), *arguments, *_COMMON]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise NexusError(f"esbuild could not read the scripts of the page: {said}")
    return done.stdout
