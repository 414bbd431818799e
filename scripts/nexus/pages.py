"""Which page is being rendered, and how its addresses lead to the site's root."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml
from markdown import Markdown

from nexus.paths import DOCS


@dataclass(frozen=True)
class CurrentPage:
    """The page that a Markdown instance renders.

    Attributes:
        source: its path from `docs/`, with slashes.
        meta: its front matter.
        moves_links: whether the builder takes links in raw HTML as seen from the source
            file and moves them itself (Zensical does, MkDocs does not).
    """

    source: PurePosixPath
    meta: dict[str, Any] = field(default_factory=dict)
    moves_links: bool = False

    @property
    def root(self) -> str:
        """The relative address of the site's root, with a slash at its end.

        A page is published as a folder (`python/values.md` -> `python/values/`).
        """
        is_folder = self.moves_links or self.source.stem in {"index", "README"}
        depth = len(self.source.parts) - is_folder
        return "../" * depth or "./"

    @property
    def examples(self) -> PurePosixPath:
        """The folder under `examples/` that belongs to the page."""
        return self.source.with_suffix("")


def current_page(md: Markdown) -> CurrentPage:
    """Return the page that ``md`` renders, under MkDocs and under Zensical.

    Outside both (a test, another tool) the page is taken to be the site's home.
    """
    if "relpath" in md.treeprocessors:  # MkDocs
        file = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
        return CurrentPage(PurePosixPath(file.src_uri), dict(file.page.meta) if file.page else {})
    if "rendering_context" in md.preprocessors:  # Zensical
        page = md.preprocessors["rendering_context"].page  # type: ignore[attr-defined]
        return CurrentPage(PurePosixPath(page.path), dict(page.meta), moves_links=True)
    return CurrentPage(PurePosixPath("index.md"))


def is_docstring(md: Markdown) -> bool:
    """Whether ``md`` renders a docstring for a page of mkdocstrings, not the page itself."""
    return "mkdocstrings_headings" in md.treeprocessors


def front_matter(path: PurePosixPath) -> dict[str, Any]:
    """Return the front matter of the page at ``path`` (from `docs/`), or {}."""
    text = (DOCS / path).read_text("utf-8")
    if not text.startswith("---\n"):
        return {}
    return yaml.safe_load(text.split("\n---\n", 1)[0][4:]) or {}
