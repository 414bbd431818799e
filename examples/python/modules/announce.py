"""Print where a new project can be found."""

from slugs import slugify

title = "Food Rescue API"
print(f"{title} is at /projects/{slugify(title)}/")
