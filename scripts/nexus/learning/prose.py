"""Markdown in the data of quizzes and exercises, rendered by the page's own Markdown.

Links, glossary and code look as they do in the page, and MkDocs checks the links too.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown

# What turns the parsed blocks of a page into its elements, in order; each where it is there.
_STEPS = ("inline", "attr_list", "relpath", "unescape")


def to_html(md: Markdown, text: str) -> str:
    """Return the HTML of ``text``, blocks of Markdown, for a place in the page of ``md``."""
    root = Element("div")
    md.parser.parseChunk(root, text.strip())
    for name in _STEPS:
        if name in md.treeprocessors:
            root = md.treeprocessors[name].run(root) or root
    # The page's last step replaces what `md` has put aside, here as everywhere.
    html = md.serializer(root)
    return html[html.index(">") + 1 : html.rindex("</div>")].strip()


def to_phrase(md: Markdown, text: str) -> tuple[str, str]:
    """Return the first paragraph of ``text`` without its element, and the rest as blocks."""
    html = to_html(md, text)
    first = re.match(r"<p>((?:(?!</?p>).)*)</p>", html, re.S)
    return (first[1], html[first.end() :].strip()) if first else ("", html)
