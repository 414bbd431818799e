"""What is to be sent, and what was: the two ends of every message that leaves the board."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class OutboxMessage(models.Model):
    """A message to hand to the broker, written in the transaction that it tells about.

    The payload names rows by id and holds nothing personal: it travels through the broker
    and stands in dead letters.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    key = models.CharField(max_length=200, unique=True)
    request_id = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    available_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            # Only what waits, which is next to nothing, however many were sent.
            models.Index(
                fields=["available_at"], condition=models.Q(sent_at=None), name="outbox_unsent"
            ),
            models.Index(fields=["sent_at"], name="outbox_sent"),
        ]

    def __str__(self) -> str:
        return self.key


class Delivery(models.Model):
    """One e-mail. Whoever sends it claims this row first, so nobody else does meanwhile.

    `attempts` counts how often somebody began to send. More than one can mean that the
    mail server has seen the mail twice, under one Message-ID.
    """

    key = models.CharField(max_length=200, unique=True)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="deliveries"
    )
    subject = models.CharField(max_length=250)
    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    claimed_until = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return self.key
