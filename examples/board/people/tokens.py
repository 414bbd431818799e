"""Tokens for links in e-mails: signed, expiring, and good for one use.

A token holds the person's id and a fingerprint of what its use will change. Once used,
the fingerprint differs and the token is worthless, so nothing has to be stored.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from people.models import Person


@dataclass(frozen=True)
class TokenKind:
    """One purpose of a token; a token for one purpose is no good for another."""

    salt: str
    max_age: timedelta
    state: Callable[[Person], Any]

    def make(self, person: Person) -> str:
        """Return a token for this person."""
        return signing.dumps([person.pk, self._fingerprint(person)], salt=self.salt)

    def lock_person(self, token: str) -> Person | None:
        """Return the person that a token is good for, or None: forged, too old or used.

        The row stays locked until the transaction ends, so one token works once even
        when two requests bring it in the same moment.
        """
        try:
            pk, fingerprint = signing.loads(token, salt=self.salt, max_age=self.max_age)
        except (signing.BadSignature, UnicodeError):
            return None
        person = Person.objects.select_for_update(no_key=True).filter(pk=pk, is_active=True).first()
        if person and constant_time_compare(fingerprint, self._fingerprint(person)):
            return person
        return None

    def _fingerprint(self, person: Person) -> str:
        state = f"{person.pk}:{self.state(person)}"
        return salted_hmac(self.salt, state, algorithm="sha256").hexdigest()


VERIFY_EMAIL = TokenKind(
    salt="people.verify_email",
    max_age=timedelta(days=2),
    state=lambda person: (person.email, person.email_verified_at),
)
RESET_PASSWORD = TokenKind(
    salt="people.reset_password",
    max_age=timedelta(hours=1),
    state=lambda person: (person.email, person.password),
)
