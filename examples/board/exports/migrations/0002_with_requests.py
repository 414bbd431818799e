"""Add the column that says whether requests to join are in an export.

True for the exports that there are, and for those of the release that is still running:
nobody knows what they hold, so only who may read everything keeps them. The others ask
again. Why `db_default`: see people/migrations/0003.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column with a constant default: no row is rewritten."""

    dependencies = [("exports", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="export",
            name="with_requests",
            field=models.BooleanField(db_default=True, default=True, editable=False),
        ),
    ]
