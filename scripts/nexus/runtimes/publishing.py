"""Puts the built parts into a site, with the manifest that the page's code reads."""

import json
import shutil
import time
from pathlib import Path

from nexus.runtimes import bundler, cache, fetching
from nexus.runtimes.board import Board
from nexus.runtimes.editor import Editor
from nexus.runtimes.part import Part
from nexus.runtimes.python import Python
from nexus.runtimes.sql import Sql

PARTS: tuple[Part, ...] = (Python(), Sql(), Editor(), Board())


def prepare() -> None:
    """Fetch and build what is missing; say what, and how long it took.

    Raises:
        NexusError: something could not be fetched; the text names it and how to go on.
    """
    missing = [part for part in PARTS if not part.is_built()]
    if missing:
        fetching.fetch(archive for part in missing for archive in part.archives())
        began = time.monotonic()
        for part in missing:
            part.build()
        names = ", ".join(part.name for part in missing)
        print(f"Made for the page in {time.monotonic() - began:.0f} s: {names}.", flush=True)
    cache.prune(cache.folder("built"), {part.home() for part in PARTS})
    archives = {fetching.place(archive) for part in PARTS for archive in part.archives()}
    cache.prune(cache.folder("archives"), archives)


def publish(site: Path, *, minify: bool) -> None:
    """Put every file, and the manifest, into `run/` of the folder ``site``.

    Args:
        site: the built site.
        minify: whether to make our own scripts in it small, as readers get them.
    """
    for part in PARTS:
        for path, file in part.files():
            _place(file, site / "run" / path)
    manifest = {part.name: part.manifest() for part in PARTS}
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (site / "run" / "manifest.json").write_text(text, "utf-8", newline="\n")
    if minify:
        scripts = sorted((site / "assets" / "run").glob("*.mjs"))
        bundler.minify([*scripts, *site.glob("sw.js")], site)


def _place(file: Path, target: Path) -> None:
    """Copy: were ``target`` a link, who changes a built site would change the cache."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
