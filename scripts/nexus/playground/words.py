"""Descriptions of a contract as HTML."""

import re
from html import escape


def words(text: str | None) -> str:
    """Return ``text`` escaped, with what stands in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text or "", quote=False))
