"""What MkDocs alone needs: hands it the files made from `examples/`, lints on each build.

Thin on purpose: everything here calls functions that know nothing of MkDocs.
"""

import logging
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from nexus import lint, publish

log = logging.getLogger("mkdocs.nexus")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the published examples to the site's files."""
    for address, content in publish.files():
        files.append(File.generated(config, address, content=content))
    return files


def on_pre_build(*, config: MkDocsConfig, **_: Any) -> None:
    """Say what the linter finds while a contributor edits; `build.py` stops on it."""
    for problem in lint.run():
        (log.info if problem.warning else log.warning)(str(problem))
