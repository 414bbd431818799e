import re

try:
    from fine_slugs import slugify
except ModuleNotFoundError:
    slugify = None


def slug_of(name: str) -> str:
    """Return the part of the URL that names the project."""
    if slugify is not None:
        return slugify(name)
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))
