"""Add the column that says who wants the nightly digest.

Safe on a live site: PostgreSQL keeps a constant default in its catalog, so the table is
not rewritten and the lock lasts milliseconds. `db_default` stays in the database, so the
release that is still running, and does not know the column, can go on inserting rows.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Step one of two: the column. The values follow, in batches."""

    dependencies = [("people", "0002_profile_for_everybody")]
    operations = [
        migrations.AddField(
            model_name="profile",
            name="digest",
            field=models.BooleanField(db_default=True, default=True),
        ),
    ]
