"""Every write to people: signing up, showing that an address is theirs, coming back."""

import time
from collections.abc import Collection
from typing import TypedDict, Unpack

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from rest_framework.authtoken.models import Token

from notifications import outbox
from people import tokens
from people.models import Person
from people.selectors import skills_named
from people.validators import storable_text
from projects import rules
from projects.caching import PROJECTS, STATS, invalidate
from projects.errors import Conflict, Invalid, NotAllowed, validate


class ProfileChanges(TypedDict, total=False):
    """What people may change about themselves. An address stays: it is their proof."""

    name: str
    role: str
    bio: str
    timezone: str
    digest: bool
    skills: Collection[str]


@transaction.atomic
def sign_up(*, email: str, name: str, password: str, role: str = Person.Role.BACKEND) -> Person:
    """Create an account. Until its address is verified it can sign in and read, not write.

    Raises:
        Invalid: A value is wrong or the password is weak.
        Conflict: There is an account with this address (`email_taken`).
    """
    person = Person(email=email.strip().lower(), name=name, role=role)
    validate(person, exclude={"password"})
    _set_password(person, password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(
            "There is an account with this address.", code="email_taken", field="email"
        ) from error
    invalidate(STATS)
    outbox.put(kind="verify_email", payload={"person": person.pk}, key=f"verify_email:{person.pk}")
    return person


@transaction.atomic
def verify_email(*, token: str) -> Person:
    """Note that the person who brings this token reads the mail of their address.

    Raises:
        Invalid: The token is forged, too old or used (`invalid_token`).
    """
    person = _person_of(tokens.VERIFY_EMAIL, token)
    person.email_verified_at = timezone.now()
    person.save(update_fields=["email_verified_at"])
    return person


@transaction.atomic
def request_password_reset(*, email: str) -> None:
    """Send a link to set a new password, if somebody has this address.

    The work is the same for an unknown address, a message to nobody included: neither
    the answer nor its time tells who has an account. One message a minute at most.

    Raises:
        Invalid: It is no address at all.
    """
    email = email.strip().lower()
    try:
        validate_email(email)
        storable_text(email)
    except ValidationError as error:
        raise Invalid(error.messages[0], field="email") from error
    person = Person.objects.filter(email=email, is_active=True).first()
    digest = salted_hmac("people.reset_password.key", email, algorithm="sha256").hexdigest()
    outbox.put(
        kind="reset_password",
        payload={"person": person.pk if person else None},
        key=f"reset_password:{digest}:{int(time.time() // 60)}",
    )


@transaction.atomic
def reset_password(*, token: str, password: str) -> Person:
    """Set a new password by a token from the mail; every other sign-in ends.

    Sessions and JWTs carry a mark of the old password and end by themselves; the
    token of the REST API is deleted here. Whoever reads the mail owns the address.

    Raises:
        Invalid: The token is forged, too old or used (`invalid_token`), or the
            password is weak.
    """
    person = _person_of(tokens.RESET_PASSWORD, token)
    _set_password(person, password)
    person.email_verified_at = person.email_verified_at or timezone.now()
    person.save(update_fields=["password", "email_verified_at"])
    Token.objects.filter(user=person).delete()
    return person


@transaction.atomic
def update_profile(*, person: Person, **changes: Unpack[ProfileChanges]) -> Person:
    """Change what a person says about themselves.

    Raises:
        NotAllowed: The person may not write.
        Invalid: A value is wrong.
    """
    if not rules.can_write(person):
        raise NotAllowed("Verify your e-mail address first.", code="not_verified")
    profile = person.profile
    if "skills" in changes:
        profile.skills.set(skills_named(changes.pop("skills")))
    for name, value in changes.items():
        setattr(person if name in {"name", "role"} else profile, name, value)
    validate(person)
    validate(profile)
    # Only these columns: a password that is reset meanwhile must not be overwritten.
    person.save(update_fields=["name", "role"])
    profile.save(update_fields=["bio", "timezone", "digest"])
    invalidate(PROJECTS)
    return person


def _person_of(kind: tokens.TokenKind, token: str) -> Person:
    person = kind.lock_person(token)
    if person is None:
        raise Invalid("This link does not work anymore.", code="invalid_token", field="token")
    return person


def _set_password(person: Person, password: str) -> None:
    try:
        storable_text(password)
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid(error.messages[0], code="weak_password", field="password") from error
    person.set_password(password)
