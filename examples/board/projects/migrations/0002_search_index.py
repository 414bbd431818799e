"""Make the search for words in titles and pitches fast on PostgreSQL.

`icontains` becomes `UPPER(title) LIKE '%WORD%'`, which an ordinary index cannot serve.
A trigram index can: it knows which rows hold each three letters. `CONCURRENTLY` builds
it without blocking writes, and therefore outside a transaction. Other databases have
no such index: there this migration does nothing, and the search reads all rows.
"""

from typing import Any

from django.db import migrations


def _on_postgresql(*statements: str) -> Any:
    def run(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """Both directions can run again after they stopped half-way."""

    atomic = False
    dependencies = [("projects", "0001_initial")]
    operations = [
        migrations.RunPython(
            _on_postgresql(
                "CREATE EXTENSION IF NOT EXISTS pg_trgm",
                # Requests have seconds, see the settings; the index of a big table takes longer.
                "SET statement_timeout = 0",
                "SET lock_timeout = 0",
                # A build that was interrupted leaves an invalid index behind.
                "DROP INDEX CONCURRENTLY IF EXISTS project_search",
                "CREATE INDEX CONCURRENTLY project_search ON projects_project"
                " USING gin (UPPER(title) gin_trgm_ops, UPPER(pitch) gin_trgm_ops)",
                "RESET statement_timeout",
                "RESET lock_timeout",
            ),
            _on_postgresql("DROP INDEX CONCURRENTLY IF EXISTS project_search"),
        )
    ]
