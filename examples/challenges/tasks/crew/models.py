from django.db import models


class JoinRequest(models.Model):
    number = models.PositiveIntegerField(unique=True)


class Delivery(models.Model):
    key = models.CharField(max_length=80, unique=True)
    sent = models.BooleanField(default=False)


class OutboxMessage(models.Model):
    number = models.PositiveIntegerField(unique=True)
    published = models.BooleanField(default=False)


class Mail(models.Model):
    """A mail that has arrived. It lies outside: no transaction of ours takes it back."""

    number = models.PositiveIntegerField()


class Happened(models.Model):
    """A fault that has struck; the next attempt meets it no more."""

    fault = models.CharField(max_length=40, unique=True)
