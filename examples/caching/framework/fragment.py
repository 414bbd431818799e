import django
from django.conf import settings

settings.configure(TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}])
django.setup()

from dataclasses import dataclass

from django.core.cache import cache
from django.core.cache.utils import make_template_fragment_key
from django.template import engines

page = engines["django"].from_string(
    "{% load cache %}{% cache 60 team project.slug project.version %}"
    "{% for name in project.team %}{{ name }} {% endfor %}{% endcache %}"
)


@dataclass
class Project:
    """A project whose team is dear to read."""

    slug: str
    version: int
    reads: int = 0

    def team(self) -> list[str]:
        """Read the team."""
        self.reads += 1
        return ["Amina", "Lindiwe", f"(version {self.version})"]


project = Project("tea", version=1)
for action in ("first", "second", "new version", "deleted"):
    if action == "new version":
        project.version = 2
    if action == "deleted":
        cache.delete(make_template_fragment_key("team", ["tea", 2]))
    text = page.render({"project": project})
    print(f"{action}: {text.strip()}, reads: {project.reads}")
