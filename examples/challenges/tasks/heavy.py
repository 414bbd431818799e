"""A heavy task in parts: it tells how far it is, and goes on where it was stopped."""

import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, models

app = Celery("press")


class Export(models.Model):
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "press"


with connection.schema_editor() as editor:
    editor.create_model(Export)
written: list[int] = []  # stands for the file


@app.task(bind=True, autoretry_for=(SoftTimeLimitExceeded,), max_retries=3, soft_time_limit=600)
def build(self, export_id: int) -> None:
    export = Export.objects.get(pk=export_id)
    print(f"attempt {self.request.retries + 1} begins at {export.done} of {export.total}")
    for part in range(export.done, export.total):
        if part == 6 and self.request.retries == 0:
            raise SoftTimeLimitExceeded  # as a worker raises it, in the middle of the work
        written.append(part)
        Export.objects.filter(pk=export_id).update(done=part + 1)


export = Export.objects.create(total=10)
build.apply([export.pk])  # in this process; `delay` would hand it to a worker
export.refresh_from_db()
print(f"progress: {export.done} of {export.total}")
print("parts:", written)
