# needs: board
import django

django.setup()

from django.core.cache import cache
from django.db.models import F
from django.db.models.signals import post_save

from projects.models import Project


def forget(instance: Project, **_: object) -> None:
    """Invalidate a project when it is saved."""
    cache.delete(f"seats:{instance.pk}")


post_save.connect(forget, sender=Project)
pk = Project.objects.order_by("id")[0].pk


def save() -> None:
    """Change one object, the way that sends signals."""
    project = Project.objects.get(pk=pk)
    project.seats += 1
    project.save()


def update() -> None:
    """Change rows by one statement."""
    Project.objects.filter(pk=pk).update(seats=F("seats") + 1)


def bulk_update() -> None:
    """Change many objects by one statement."""
    project = Project.objects.get(pk=pk)
    project.seats += 1
    Project.objects.bulk_update([project], ["seats"])


for write in (save, update, bulk_update):
    Project.objects.filter(pk=pk).update(seats=5)
    cache.set(f"seats:{pk}", 5)
    write()
    cached = cache.get(f"seats:{pk}")
    print(f"{write.__name__}: the database has 6, the cache has {cached}")
