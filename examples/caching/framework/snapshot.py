# needs: board
import django

django.setup()

from django.core.cache import cache

from projects.models import Project

project = Project.objects.select_related("owner").order_by("id")[0]
cache.set("project", project, timeout=60)

# Meanwhile somebody gives it another title.
Project.objects.filter(pk=project.pk).update(title="The new title")

from_cache = cache.get("project")
print("the same object:", from_cache is project)
print("title from the cache is old:", from_cache.title == project.title)

from_cache.seats = 5
from_cache.save()
project.refresh_from_db()
print("the new title is lost:", project.title != "The new title")

Project.objects.filter(pk=project.pk).update(title="The new title")
from_cache.save(update_fields=["seats"])
project.refresh_from_db()
print("with update_fields:", project.title)

light = {"slug": project.slug, "title": project.title, "seats": project.seats}
cache.set("light", light, timeout=60)  # what a page shows; no model, no save()
