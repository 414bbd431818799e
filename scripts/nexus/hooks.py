"""What MkDocs alone needs: hands it what is made from `examples/`, lints while serving.

Thin on purpose: everything here calls functions that know nothing of MkDocs.
"""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from nexus import lint, publish, runtimes
from nexus.runtimes import publishing

log = logging.getLogger("mkdocs.nexus")
_serving = False


def on_startup(*, command: str, **_: Any) -> None:
    """Note whether a contributor watches: then scripts stay as they are written."""
    global _serving
    _serving = command == "serve"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the published examples to the site's files."""
    for address, content in publish.files():
        files.append(File.generated(config, address, content=content))
    return files


def on_pre_build(*, config: MkDocsConfig, **_: Any) -> None:
    """Say what the linter finds while a contributor edits; `build.py` has stopped on it before."""
    for problem in lint.run() if _serving else ():
        (log.info if problem.warning else log.warning)(str(problem))


def on_post_build(*, config: MkDocsConfig, **_: Any) -> None:
    """Add what runs in the page; only what a contributor has changed is made again."""
    if runtimes.enabled():
        publishing.prepare()
        publishing.publish(Path(config.site_dir), minify=not _serving)
