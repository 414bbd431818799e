"""Sends one e-mail for one key, as nearly once as e-mail allows.

A mail server cannot take part in our transaction, so one gap stays: if a worker dies
after the server has said "accepted" and before we have noted it, the mail goes out again.
The gap is the time of one UPDATE, and the second mail carries the Message-ID of the
first, by which mail servers and mailboxes drop it. Everywhere else, dying costs time only.
"""

import hashlib
import logging
from datetime import timedelta
from email.utils import parseaddr
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from notifications import messages
from notifications.messages import Message
from notifications.models import Delivery

logger = logging.getLogger(__name__)

CLAIM = timedelta(seconds=30)  # longer than `tasks.deliver` may run
KEEP = timedelta(days=90)  # longer than anybody would replay a dead letter


class NotSent(OSError):
    """The mail server did not take the mail now; it may later."""


class Refused(Exception):
    """The mail server will never take this mail."""


class Busy(Exception):
    """Somebody else is sending it, or died while sending; `seconds` says when we know."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"claimed for {seconds:.0f} seconds more")
        self.seconds = seconds


# --8<-- [start:deliver]
def deliver(*, kind: str, payload: dict[str, Any], key: str) -> bool:
    """Send the e-mail of this key, unless it was sent; return whether it went out now.

    Raises:
        NotSent: Try again.
        Refused: Trying again is of no use.
        Busy: Try again when the other's claim has ended.
    """
    message = messages.build(kind, payload)
    if message is None:
        logger.info("Nobody to tell", extra={"kind": kind, "key": key})
        return False
    mail = _mail(message, key)
    try:
        # Connect before the claim: what can take long should not happen between
        # claiming, sending and noting that it was sent.
        with get_connection() as connection:
            if not _claim(key, message):
                return False
            try:
                connection.send_messages([mail])
            except BaseException:
                _release(key)
                raise
            Delivery.objects.filter(key=key).update(sent_at=timezone.now())
    except (SMTPException, OSError) as error:
        # Only what kind of error: its text can hold the address.
        raise _meaning(error) from None
    logger.info("E-mail sent", extra={"kind": kind, "key": key})
    return True


def _claim(key: str, message: Message) -> bool:
    """Take the right to send: True if it is ours now, False if the mail was sent.

    One UPDATE decides between any number of workers. A claim ends by itself, so that
    the worker that dies holding it delays the mail and does not lose it.
    """
    now = timezone.now()
    new = Delivery(key=key, recipient=message.person, subject=message.subject, claimed_until=now)
    Delivery.objects.bulk_create([new], ignore_conflicts=True)
    free = Delivery.objects.filter(key=key, sent_at=None, claimed_until__lte=now)
    if free.update(claimed_until=now + CLAIM, attempts=F("attempts") + 1):
        return True
    delivery = Delivery.objects.get(key=key)
    if delivery.sent_at is None:
        raise Busy(max(1.0, (delivery.claimed_until - now).total_seconds()))
    return False


def _release(key: str) -> None:
    """Give the claim back, so that the next attempt need not wait for its end."""
    Delivery.objects.filter(key=key, sent_at=None).update(claimed_until=timezone.now())


# --8<-- [end:deliver]


def _mail(message: Message, key: str) -> EmailMultiAlternatives:
    text, html = message.render()
    mail = EmailMultiAlternatives(message.subject, text, to=[message.person.email])
    mail.attach_alternative(html, "text/html")
    domain = parseaddr(mail.from_email)[1].rpartition("@")[2]
    mail.extra_headers = {
        "Message-ID": f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{domain}>",
        "Auto-Submitted": "auto-generated",  # no "I am on holiday" in return
        **message.headers,
    }
    return mail


def _meaning(error: OSError) -> Exception:
    """Tell a refusal for good (the codes from 500) from all that may pass."""
    codes: list[int] = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    text = " ".join([type(error).__name__, *map(str, codes)])
    return Refused(text) if codes and min(codes) >= 500 else NotSent(text)


def clean_up() -> int:
    """Forget deliveries of long ago; return how many."""
    return Delivery.objects.filter(created_at__lt=timezone.now() - KEEP).delete()[0]
