"""Signing up, verifying an address, coming back after a forgotten password."""

import time
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.authtoken.models import Token

from notifications import outbox
from people import services
from people.models import Person, Skill
from people.tokens import RESET_PASSWORD, VERIFY_EMAIL, TokenKind
from projects import rules
from projects.errors import Conflict, Invalid, NotAllowed
from tests.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db

NEW = "another long sentence"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was put into the outbox."""
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(outbox, "put", lambda **message: messages.append(message))
    return messages


def sign_up(**changes: Any) -> Person:
    values = {"email": "Ada@Example.org", "name": "Ada", "password": PASSWORD}
    return services.sign_up(**(values | changes))


def test_signing_up(sent: list[dict[str, Any]]) -> None:
    person = sign_up(role="frontend")
    person.refresh_from_db()
    assert (person.email, person.role, person.is_active) == ("ada@example.org", "frontend", True)
    assert person.check_password(PASSWORD)
    assert person.profile
    assert not person.is_verified
    assert not rules.can_write(person)
    assert not (person.is_staff or person.is_superuser)
    key = f"verify_email:{person.pk}"
    assert sent == [{"kind": "verify_email", "payload": {"person": person.pk}, "key": key}]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nobody"),
        ("email", ""),
        ("name", ""),
        ("name", "a" * 81),
        ("name", "a\x00"),
        ("role", "designer"),
        ("password", "short"),
        ("password", "12345678901"),
        ("password", "password1234"),
        ("password", "ada@example.org"),
        ("password", "\ud800 a long enough one"),
    ],
)
def test_a_wrong_value_is_named(sent: list[dict[str, Any]], field: str, value: str) -> None:
    with pytest.raises(Invalid) as caught:
        sign_up(**{field: value})
    assert caught.value.field == field
    assert not sent
    assert not Person.objects.exists()


def test_an_address_has_one_account(sent: list[dict[str, Any]]) -> None:
    sign_up()
    with pytest.raises(Conflict) as caught:
        sign_up(email="ADA@example.org")
    assert (caught.value.code, caught.value.field) == ("email_taken", "email")
    assert len(sent) == 1


def test_verifying_an_address() -> None:
    person = make_person(verified=False)
    verified = services.verify_email(token=VERIFY_EMAIL.make(person))
    assert verified == person
    assert rules.can_write(Person.objects.get())


def test_resetting_a_password_ends_the_old_one_and_the_api_token() -> None:
    person = make_person(verified=False)
    Token.objects.create(user=person)
    session = person.get_session_auth_hash()
    services.reset_password(token=RESET_PASSWORD.make(person), password=NEW)
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert person.is_verified  # the token came by mail
    assert not Token.objects.exists()
    assert person.get_session_auth_hash() != session


def test_resetting_keeps_the_day_of_verification() -> None:
    person = make_person()
    services.reset_password(token=RESET_PASSWORD.make(person), password=NEW)
    assert Person.objects.get().email_verified_at == person.email_verified_at


def test_a_weak_password_leaves_the_token_good() -> None:
    token = RESET_PASSWORD.make(make_person())
    with pytest.raises(Invalid) as caught:
        services.reset_password(token=token, password="short")
    assert (caught.value.code, caught.value.field) == ("weak_password", "password")
    services.reset_password(token=token, password=NEW)


USES: dict[str, tuple[TokenKind, Callable[[str], Any]]] = {
    "verify": (VERIFY_EMAIL, lambda token: services.verify_email(token=token)),
    "reset": (RESET_PASSWORD, lambda token: services.reset_password(token=token, password=NEW)),
}


def refused(use: Callable[[str], Any], token: str) -> None:
    with pytest.raises(Invalid) as caught:
        use(token)
    assert (caught.value.code, caught.value.field) == ("invalid_token", "token")


@pytest.mark.parametrize("name", USES)
def test_a_token_works_once(name: str) -> None:
    kind, use = USES[name]
    token = kind.make(make_person(verified=False))
    use(token)
    refused(use, token)


@pytest.mark.parametrize("name", USES)
def test_a_token_expires(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, use = USES[name]
    person = make_person(verified=False)
    now = time.time()
    made_at = now - kind.max_age.total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: made_at - 1)
    late = kind.make(person)
    monkeypatch.setattr("django.core.signing.time.time", lambda: made_at + 30)
    in_time = kind.make(person)
    monkeypatch.setattr("django.core.signing.time.time", lambda: now)
    refused(use, late)
    use(in_time)
    assert kind.max_age <= timedelta(days=2)


@pytest.mark.parametrize("name", USES)
def test_tokens_are_for_one_purpose_and_one_person(name: str) -> None:
    _, use = USES[name]
    person = make_person(verified=False)
    for kind, _ in USES.values():
        token = kind.make(person)
        if kind is not USES[name][0]:
            refused(use, token)
        refused(use, token[:-1] + ("a" if token[-1] != "a" else "b"))
    for token in ("", "a:b:c", "\x00", "\ud800", "é" * 50, "a" * 10_000):
        refused(use, token)
    person.delete()
    refused(use, USES[name][0].make(make_person(is_active=False)))


@pytest.mark.parametrize("name", USES)
def test_a_token_dies_with_the_address_it_was_sent_to(name: str) -> None:
    kind, use = USES[name]
    person = make_person(verified=False)
    token = kind.make(person)
    Person.objects.update(email="other@example.org")
    refused(use, token)


def test_a_reset_is_asked_for_alike_by_known_and_unknown(sent: list[dict[str, Any]]) -> None:
    """The same answer, the same queries, the same message: work, not a clock, is compared."""
    make_person(email="ada@example.org")
    make_person(email="gone@example.org", is_active=False)
    work = []
    for email in (" ADA@example.org", "nobody@example.org", "gone@example.org"):
        with CaptureQueriesContext(connection) as queries:
            assert services.request_password_reset(email=email) is None
        work.append([query["sql"].split()[0] for query in queries])
    assert work[0] == work[1] == work[2]
    assert [message["kind"] for message in sent] == ["reset_password"] * 3
    assert [bool(message["payload"]["person"]) for message in sent] == [True, False, False]
    assert {len(message["key"]) for message in sent} == {len(sent[0]["key"])}
    assert not any("example.org" in str(message) for message in sent)


@pytest.mark.parametrize("email", ["", "nobody", "a\x00@b.org", "a@\ud800.org"])
def test_what_is_no_address_is_named(sent: list[dict[str, Any]], email: str) -> None:
    with pytest.raises(Invalid) as caught:
        services.request_password_reset(email=email)
    assert caught.value.field == "email"
    assert not sent


def test_resets_are_mailed_once_a_minute(
    sent: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for now in (0, 59, 60):
        monkeypatch.setattr("people.services.time.time", lambda now=now: now)
        services.request_password_reset(email="ada@example.org")
    first, second, third = (message["key"] for message in sent)
    assert first == second != third


def test_updating_a_profile(people: SimpleNamespace) -> None:
    Skill.objects.create(slug="vue", name="Vue")
    services.update_profile(
        person=people.owner,
        name="Mia",
        role="both",
        bio="I build.",
        timezone="Africa/Accra",
        digest=False,
        skills=["vue"],
    )
    person = Person.objects.get(pk=people.owner.pk)
    assert (person.name, person.role, person.profile.bio) == ("Mia", "both", "I build.")
    assert (person.profile.timezone, person.profile.digest) == ("Africa/Accra", False)
    assert [skill.slug for skill in person.profile.skills.all()] == ["vue"]
    services.update_profile(person=person, skills=[])
    assert not person.profile.skills.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("bio", "a" * 1001),
        ("timezone", "Mars/Base"),
        ("role", "boss"),
        ("skills", ["x"]),
    ],
)
def test_a_wrong_value_of_a_profile_is_named(
    people: SimpleNamespace, field: str, value: Any
) -> None:
    with pytest.raises(Invalid) as caught:
        services.update_profile(person=people.owner, **{field: value})
    assert caught.value.field == field
    assert Person.objects.get(pk=people.owner.pk).name == "Lin"


def test_the_unverified_cannot_change_their_profile() -> None:
    with pytest.raises(NotAllowed) as caught:
        services.update_profile(person=make_person(verified=False), name="Mia")
    assert caught.value.code == "not_verified"
