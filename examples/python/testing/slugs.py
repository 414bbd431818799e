import re


def slug(title: str) -> str:
    """Return the address form of a project title: "Farm Market" -> "farm-market"."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    if not words:
        raise ValueError(f"no letters or digits in {title!r}")
    return "-".join(words)
