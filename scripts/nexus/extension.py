"""The Markdown extension that frames a page: what it needs above, its examples below.

A Python-Markdown extension, so that MkDocs and Zensical both use it.
"""

from html import escape
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from nexus.examples import owns_examples
from nexus.pages import CurrentPage, current_page, front_matter, is_docstring
from nexus.paths import DOCS
from nexus.publish import zip_of


class FrameProcessor(Treeprocessor):
    """Adds a lesson's head line and the link to its zip, and lets tables scroll."""

    def run(self, root: Element) -> None:
        """Change ``root``, the page's elements."""
        _wrap_tables(root)
        if is_docstring(self.md):
            return
        page = current_page(self.md)
        if head := _head(page):
            root.insert(0, self._raw(head))
        if foot := _foot(page):
            root.append(self._raw(foot))
        root.append(self._raw(_progress(page)))

    def _raw(self, html: str) -> Element:
        element = Element("p")
        element.text = self.md.htmlStash.store(html)
        return element


def _wrap_tables(root: Element) -> None:
    """Put each table into a box that scrolls sideways by itself, by keyboard too.

    The theme's script would wrap it in a box that the keyboard cannot reach; a class on
    the table tells it not to.
    """
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag == "table":
                attributes = {"class": "nx-table", "tabindex": "0", "role": "group"}
                box = Element("div", attributes | {"aria-label": "Table"})
                child.set("class", "nx-rows")
                box.tail, child.tail = child.tail, None
                box.append(child)
                parent[place] = box


def _head(page: CurrentPage) -> str:
    if page.meta.get("kind") != "lesson":
        return ""
    links = []
    for wanted in page.meta.get("prerequisites") or []:
        path = PurePosixPath(wanted)
        if not (DOCS / path).is_file():
            continue  # the linter says so
        title = escape(str(front_matter(path).get("title", path.stem)))
        folder = path.parent if path.stem == "index" else path.with_suffix("")
        links.append(f'<a href="{page.root}{folder}/">{title}</a>')
    before = f"Before this: {', '.join(links)}" if links else "Start of the part"
    dot = '<span aria-hidden="true">·</span>'
    return f'<p class="nx-head" data-search-exclude>Lesson {dot} {before}</p>'


def _foot(page: CurrentPage) -> str:
    # An index page may own `part/index/`, or `part/` itself where that is a project.
    candidates = [page.examples, *[page.source.parent] * (page.source.stem == "index")]
    folder = next((folder for folder in candidates if owns_examples(folder)), None)
    if folder is None:
        return ""
    address = f"{page.root}examples/{folder}"
    size = max(1, round(len(zip_of(folder)) / 1024))
    return (
        f'<p class="nx-all" data-search-exclude>All examples of this page: '
        f'<a href="{address}/">read them</a> or <a href="{address}.zip" download>'
        f"download them with their tests (zip, {size} KB)</a>.</p>"
    )


def _progress(page: CurrentPage) -> str:
    """Where a script marks what the reader has read, and offers to mark a lesson."""
    lesson = ""
    if page.meta.get("kind") == "lesson":
        lesson = f' class="nx-here" data-lesson="{escape(str(page.examples))}"'
    return f'<div data-part="progress"{lesson} data-search-exclude></div>'


class FrameExtension(Extension):
    """Registers the processor after those that change or read the page's elements."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the frame to ``md``."""
        md.treeprocessors.register(FrameProcessor(md), "nexus-frame", -10)


def makeExtension(**kwargs: Any) -> FrameExtension:
    """Return the extension; Python-Markdown calls this by the module's name."""
    return FrameExtension(**kwargs)
