"""Give a profile to people who have none.

The signal creates profiles for people saved one by one; people inserted in bulk, or
before the signal existed, have none. Safe on a live site: it only adds rows, in batches,
each in a transaction of its own (`atomic = False`), so it holds no lock for long;
`ignore_conflicts` passes over a profile that somebody creates meanwhile; and running it
again does nothing.
"""

from typing import Any

from django.db import migrations

BATCH = 1_000


def create_profiles(apps: Any, schema_editor: Any) -> None:
    """Insert the missing profiles, a batch at a time."""
    # The models as they were at this point of history, not the classes of today.
    Person = apps.get_model("people", "Person")
    Profile = apps.get_model("people", "Profile")
    alias = schema_editor.connection.alias
    missing = Person.objects.using(alias).filter(profile=None).order_by("pk")
    while batch := list(missing.values_list("pk", flat=True)[:BATCH]):
        Profile.objects.using(alias).bulk_create(
            [Profile(person_id=pk) for pk in batch], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    """A data migration. Going back leaves the profiles: they harm nothing."""

    atomic = False
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(create_profiles, migrations.RunPython.noop)]
