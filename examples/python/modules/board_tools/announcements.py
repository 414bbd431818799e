"""Write the line that tells everyone about a project."""

from .slugs import slugify


def announcement(title: str, owner: str) -> str:
    """Return the announcement of one project."""
    return f"{owner} started {title}: /projects/{slugify(title)}/"


if __name__ == "__main__":
    print(announcement("Food Rescue API", "Ada"))
