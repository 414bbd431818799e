# needs: board
"""Compare the sketch with the models: a design that is checked stays true."""

import tomllib
from pathlib import Path

import django

django.setup()

from django.apps import apps
from django.db.models import Field, Model

APPS = ("people", "projects")


def arrow(field: Field) -> str:
    """Write a relation as the sketch does."""
    left = "1" if field.one_to_one else "n"
    right = "n" if field.many_to_many else "?" if field.null else "1"
    return f"{left} -> {right} {field.related_model.__name__}"


def relations(model: type[Model]) -> dict[str, str]:
    """Return the relations of a model that lead to models of these apps."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    inside = [f for f in fields if f.is_relation and f.related_model._meta.app_label in APPS]
    return {field.name: arrow(field) for field in inside}


sketch = tomllib.loads(Path("sketch.toml").read_text("utf-8"))
built = {m.__name__: relations(m) for app in APPS for m in apps.get_app_config(app).get_models()}
for name in sorted(sketch | built):
    drawn = {key: to for key, to in sketch.get(name, {}).items() if key != "rules"}
    if name not in built or name not in sketch:
        print(f"{name}: {'only in the sketch' if name in sketch else 'only in the code'}")
        continue
    print(f"{name}: {len(drawn.items() & built[name].items())} relations as drawn")
    for field in sorted(drawn.keys() ^ built[name].keys()):
        print(f"  {field}: {built[name].get(field, 'gone')}, not in the sketch")
