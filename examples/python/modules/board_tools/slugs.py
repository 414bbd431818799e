"""Turn project titles into the words of a URL."""

import re


def slugify(title: str) -> str:
    """Return the title in lower case, its words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))
