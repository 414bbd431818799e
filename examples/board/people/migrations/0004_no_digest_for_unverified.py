"""Send no digest to addresses that nobody has verified.

Apart from 0003, so that the lock of `ALTER TABLE` is long gone. Safe on a live site:
each batch is one short UPDATE in a transaction of its own (`atomic = False`); stopping
half-way loses nothing, and running it again goes on with what is left.
"""

from typing import Any

from django.db import migrations

BATCH = 1_000


def switch_off(apps: Any, schema_editor: Any) -> None:
    """Switch the digest off, a batch at a time."""
    profiles = apps.get_model("people", "Profile").objects.using(schema_editor.connection.alias)
    unverified = profiles.filter(person__email_verified_at=None, digest=True).order_by("pk")
    while batch := list(unverified.values_list("pk", flat=True)[:BATCH]):
        profiles.filter(pk__in=batch).update(digest=False)


class Migration(migrations.Migration):
    """Step two of two. Going back needs no step: 0003 drops the column."""

    atomic = False
    dependencies = [("people", "0003_profile_digest")]
    operations = [migrations.RunPython(switch_off, migrations.RunPython.noop)]
