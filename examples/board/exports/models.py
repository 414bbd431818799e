"""An export: what was asked for, how far it is, and the file."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from projects.models import Project


class Export(models.Model):
    """A copy of a project's history for one person.

    `done`, `section`, `last_id` and `parts` say how far the work is: whoever goes on with
    it, after a crash or a time limit, begins where the last finished part ends.
    """

    class Format(models.TextChoices):
        """The form of the file."""

        CSV = "csv", "CSV"
        JSON = "json", "JSON"

    class Status(models.TextChoices):
        """How far it is. A failed export is asked for again, as a new one."""

        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # CASCADE: nobody keeps a way to the history of a project that is gone.
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="exports")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exports"
    )
    format = models.CharField(max_length=4, choices=Format)
    # Whether requests to join are in it: then only who decides them may have it.
    with_requests = models.BooleanField(default=True, db_default=True, editable=False)
    status = models.CharField(max_length=7, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    section = models.PositiveSmallIntegerField(default=0, editable=False)
    last_id = models.BigIntegerField(default=0, editable=False)
    parts = models.PositiveIntegerField(default=0, editable=False)
    file = models.FileField(blank=True, editable=False)
    error = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "requested_by", "format"],
                condition=Q(finished_at=None),
                name="export_one_unfinished",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "running"], finished_at=None)
                | Q(status__in=["done", "failed"], finished_at__isnull=False),
                name="export_finished_iff_ended",
            ),
            models.CheckConstraint(
                condition=Q(format__in=["csv", "json"]), name="export_format_known"
            ),
        ]

    def __str__(self) -> str:
        return f"Export {self.pk}"

    @property
    def filename(self) -> str:
        """The name for the person's disk."""
        return f"{self.project.slug}.{self.format}"

    @property
    def content_type(self) -> str:
        """The media type of the file."""
        return {"csv": "text/csv; charset=utf-8", "json": "application/json"}[self.format]
