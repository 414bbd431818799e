"""The mail server: a conversation with it takes seconds, and at times it is away."""

from contextvars import ContextVar
from smtplib import SMTPServerDisconnected

from django.core.mail.backends.base import BaseEmailBackend

from crew import faults
from crew.models import Mail

waiting: ContextVar[list[int] | None] = ContextVar("waiting", default=None)  # readers who wait


class Backend(BaseEmailBackend):
    def send_messages(self, messages):
        for message in messages:
            number = int(message.extra_headers["X-Number"])
            if (readers := waiting.get()) is not None:
                readers.append(number)
            if faults.strikes("the mail server is away", number):
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            Mail.objects.using("outside").create(number=number)
        return len(messages)
