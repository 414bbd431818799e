"""E-mails: what they say, to whom, once each; the nightly digest; the clean-up."""

import re
import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from celery.exceptions import Retry
from django.core import mail, signing
from django.utils import timezone
from pytest_django import Settings

from notifications import delivery, digests, messages, outbox, tasks
from notifications.models import Delivery, OutboxMessage
from people import services as people_services
from people.models import Person
from projects import services
from projects.errors import Invalid
from projects.models import Project
from tests.broker import in_process
from tests.factories import make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db
after_commit = pytest.mark.django_db(transaction=True)

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def _in_process(settings: Settings) -> Iterator[None]:
    settings.FRONTEND_URL = "https://board.example.org"
    with in_process():
        yield


def deliver(kind: str, key: str = "key", **payload: Any) -> bool:
    """Send one e-mail as the task does."""
    return delivery.deliver(kind=kind, payload=payload, key=key)


def the_mail() -> Any:
    """Return the one mail that was sent."""
    (message,) = mail.outbox
    return message


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Have the mail server answer with an error."""

    def refuse(*args: object) -> None:
        raise error

    monkeypatch.setattr(f"{LOCMEM}.send_messages", refuse)


# --- What each says ------------------------------------------------------------------


def test_every_kind_that_the_services_send_is_known() -> None:
    """Kinds are strings in two apps: a spelling mistake would end as a dead letter."""
    sent = set()
    for module in (services, people_services, digests):
        source = Path(str(module.__file__)).read_text()
        sent |= set(re.findall(r'kind="(\w+)"|_notify\("(\w+)"|put_all\(\s*"(\w+)"', source))
    kinds = {name for names in sent for name in names if name}
    assert kinds == set(messages.BUILDERS)


@after_commit
def test_the_mails_of_a_request(people: SimpleNamespace) -> None:
    request = services.ask_to_join(
        person=people.stranger, project=people.project, message="I build forms."
    )
    services.withdraw_request(actor=people.stranger, request=request)
    request = services.ask_to_join(person=people.stranger, project=people.project)
    services.decline_request(actor=people.owner, request=request)
    request = services.ask_to_join(person=people.stranger, project=people.project)
    services.accept_request(actor=people.owner, request=request)
    services.leave_project(person=people.stranger, project=people.project)
    owner, person = people.owner.email, people.stranger.email
    title = people.project.title
    asked = (owner, f"Noor asks to join {title}")
    assert [(message.to[0], message.subject) for message in mail.outbox] == [
        asked,
        (owner, f"Noor no longer asks to join {title}"),
        asked,
        (person, f"{title} has declined your request to join"),
        asked,
        (person, f"You are in the team of {title}"),
        (owner, f"Noor has left the team of {title}"),
    ]
    assert "I build forms." in mail.outbox[0].body
    for message in mail.outbox:
        assert message.body.startswith("Hello Lin," if message.to == [owner] else "Hello Noor,")
        assert f"https://board.example.org/projects/{people.project.slug}\n" in message.body


@after_commit
def test_the_link_of_a_sign_up_verifies() -> None:
    people_services.sign_up(
        email="mia@example.org", name="Mia", password="a long enough sentence", role="backend"
    )
    message = the_mail()
    assert message.to == ["mia@example.org"]
    (token,) = re.findall(r"https://board\.example\.org/verify-email#token=(\S+)", message.body)
    assert people_services.verify_email(token=token).is_verified
    assert not deliver("verify_email", person=Person.objects.get().pk), "verified meanwhile"


@after_commit
def test_the_link_of_a_reset_sets_a_password() -> None:
    person = make_person(email="kofi@example.org")
    people_services.request_password_reset(email=person.email)
    people_services.request_password_reset(email="nobody@example.org")
    message = the_mail()
    (token,) = re.findall(r"https://board\.example\.org/reset-password#token=(\S+)", message.body)
    people_services.reset_password(token=token, password="another long sentence")
    person.refresh_from_db()
    assert person.check_password("another long sentence")
    assert not OutboxMessage.objects.filter(sent_at=None).exists(), "nobody counts as told"


def test_text_and_html_say_the_same_and_html_is_escaped(people: SimpleNamespace) -> None:
    request = make_request(project=people.project, message="<script>a & b</script>\nbye")
    Project.objects.filter(pk=people.project.pk).update(title="<b>Bold</b> & more")
    assert deliver("join_requested", request=request.pk)
    message = the_mail()
    ((html, mimetype),) = message.alternatives
    assert mimetype == "text/html"
    assert "<script>a & b</script>\nbye" in message.body
    assert "&lt;script&gt;a &amp; b&lt;/script&gt;<br>bye" in html
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; more" in html
    assert "<script>" not in html and "<b>" not in html


@pytest.mark.parametrize("title", ["Two\nlines", "Two\r\nBcc: all@example.org", "Zoë " + "x" * 116])
def test_no_title_breaks_a_header(title: str, people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    Project.objects.filter(pk=people.project.pk).update(title=title)
    assert deliver("join_requested", request=request.pk)
    raw = mail.outbox[0].message().as_bytes()
    parsed = message_from_bytes(raw, policy=policy.default)
    assert parsed["Bcc"] is None
    assert " ".join(title.split()) in parsed["Subject"]


def test_headers(people: SimpleNamespace, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "The board <board@example.org>"
    request = make_request(project=people.project)
    deliver("join_requested", "key-1", request=request.pk)
    deliver("join_requested", "key-2", request=request.pk)
    first, second = (message.message() for message in mail.outbox)
    assert re.fullmatch(r"<[0-9a-f]{40}@example\.org>", first["Message-ID"])
    assert first["Message-ID"] != second["Message-ID"]
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["List-Unsubscribe"] is None


def test_nobody_to_tell_is_no_error(people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    leaver = {"project": people.project.pk, "person": people.stranger.pk}
    assert not deliver("join_requested", request=0)
    assert not deliver("member_left", **leaver | {"project": 0})
    assert not deliver("member_left", **leaver | {"person": 0})
    assert not deliver("verify_email", person=0)
    assert not deliver("reset_password", person=None)
    Person.objects.update(is_active=False)
    assert not deliver("join_requested", request=request.pk)
    assert not mail.outbox and not Delivery.objects.exists()


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        deliver("unknown")


# --- Once each -------------------------------------------------------------------------


def test_a_key_is_sent_once(people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    assert deliver("join_requested", request=request.pk)
    assert not deliver("join_requested", request=request.pk)
    assert len(mail.outbox) == 1
    row = Delivery.objects.get()
    assert (str(row), row.recipient, row.attempts) == ("key", people.owner, 1)
    assert row.subject == mail.outbox[0].subject


def test_while_somebody_sends_the_others_wait(people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    message = messages.build("join_requested", {"request": request.pk})
    assert message is not None and delivery._claim("key", message)
    with pytest.raises(delivery.Busy) as busy:
        deliver("join_requested", request=request.pk)
    assert 29 < busy.value.seconds <= 30
    with pytest.raises(delivery.Busy):  # in process: the outbox tries again
        tasks.deliver.apply(
            kwargs={"kind": "join_requested", "payload": {"request": request.pk}, "key": "key"}
        )
    assert not mail.outbox


def test_a_claim_whose_owner_died_ends(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = make_request(project=people.project)
    message = messages.build("join_requested", {"request": request.pk})
    assert message is not None and delivery._claim("key", message)
    later = timezone.now() + delivery.CLAIM
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert deliver("join_requested", request=request.pk)
    assert Delivery.objects.get().attempts == 2


def test_a_worker_waits_for_the_end_of_the_claim(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(**options: Any) -> None:
        raise delivery.Busy(12.0)

    again = {}
    monkeypatch.setattr(delivery, "deliver", busy)
    monkeypatch.setattr(
        "celery.app.task.Task.retry", lambda self, **options: again.update(options) or Retry()
    )
    with pytest.raises(Retry):
        tasks.deliver(kind="join_requested", payload={}, key="key")
    assert again["countdown"] == 12.0


@pytest.mark.parametrize(
    ("error", "meaning", "text"),
    [
        (ConnectionRefusedError(), delivery.NotSent, "ConnectionRefusedError"),
        (TimeoutError(), delivery.NotSent, "TimeoutError"),
        (smtplib.SMTPServerDisconnected("ada@"), delivery.NotSent, "SMTPServerDisconnected"),
        (smtplib.SMTPDataError(451, b"ada@"), delivery.NotSent, "SMTPDataError 451"),
        (smtplib.SMTPDataError(554, b"ada@"), delivery.Refused, "SMTPDataError 554"),
        (
            smtplib.SMTPRecipientsRefused({"ada@": (450, b"grey")}),
            delivery.NotSent,
            "SMTPRecipientsRefused 450",
        ),
        (
            smtplib.SMTPRecipientsRefused({"ada@": (550, b"no ada@")}),
            delivery.Refused,
            "SMTPRecipientsRefused 550",
        ),
    ],
)
def test_what_the_mail_server_says_without_the_address(
    error: Exception,
    meaning: type[Exception],
    text: str,
    people: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request = make_request(project=people.project)
    with monkeypatch.context() as patch:
        failing(patch, error)
        with pytest.raises(meaning) as raised:
            deliver("join_requested", request=request.pk)
    assert type(raised.value) is meaning and str(raised.value) == text
    assert raised.value.__suppress_context__, "no traceback shows the address"
    assert Delivery.objects.get().sent_at is None
    assert deliver("join_requested", request=request.pk), "the claim was given back"


def test_a_mail_server_that_is_not_there_costs_no_claim(
    people: SimpleNamespace, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    request = make_request(project=people.project)
    with pytest.raises(delivery.NotSent):
        deliver("join_requested", request=request.pk)
    assert not Delivery.objects.exists()


@after_commit
def test_in_process_a_mail_that_failed_is_sent_with_a_later_one(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        failing(patch, smtplib.SMTPServerDisconnected())
        services.ask_to_join(person=people.stranger, project=people.project)
    row = OutboxMessage.objects.get()
    assert (row.sent_at, row.attempts, row.last_error) == (None, 1, "NotSent")
    OutboxMessage.objects.update(available_at=timezone.now())
    services.ask_to_join(person=make_person(), project=people.project)
    assert len(mail.outbox) == 2


# --- The digest ------------------------------------------------------------------------

MORNING = datetime(2026, 11, 24, 6, 10, tzinfo=UTC)
DAY = "2026-11-24"


def news(people: SimpleNamespace, at: datetime = MORNING - timedelta(hours=3)) -> None:
    """Let a member post and a stranger ask."""
    make_post(project=people.project, author=people.member, title="It works", created_at=at)
    make_request(project=people.project, person=people.stranger, created_at=at)


def planned() -> list[str]:
    """Return the keys of the digests in the outbox."""
    return sorted(OutboxMessage.objects.filter(kind="digest").values_list("key", flat=True))


def zone(person: Person, name: str) -> None:
    person.profile.timezone = name
    person.profile.save()


def test_who_has_news_gets_one_digest_a_day(people: SimpleNamespace) -> None:
    news(people)
    assert digests.plan(MORNING) == 1, "the author knows; strangers and staff have no news"
    assert digests.plan(MORNING + timedelta(minutes=15)) == 1
    assert planned() == [f"digest:{people.owner.pk}:{DAY}"]


def test_a_post_by_the_owner_is_news_to_the_member(people: SimpleNamespace) -> None:
    make_post(project=people.project, created_at=MORNING - timedelta(hours=1))
    digests.plan(MORNING)
    assert planned() == [f"digest:{people.member.pk}:{DAY}"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-24T05:59Z", []),
        ("2026-11-24T06:00Z", [DAY]),
        ("2026-11-24T08:59Z", [DAY]),  # a worker that was away for hours catches up
        ("2026-11-24T09:00Z", []),
    ],
)
def test_morning_is_from_six_to_nine(
    now: str, expected: list[str], people: SimpleNamespace
) -> None:
    news(people)
    digests.plan(datetime.fromisoformat(now))
    assert planned() == [f"digest:{people.owner.pk}:{day}" for day in expected]


def test_morning_is_morning_where_the_person_is(people: SimpleNamespace) -> None:
    news(people, MORNING - timedelta(hours=9))
    zone(people.owner, "Asia/Kathmandu")  # UTC+5:45
    digests.plan(datetime(2026, 11, 24, 0, 14, tzinfo=UTC))
    assert planned() == []
    digests.plan(datetime(2026, 11, 24, 0, 15, tzinfo=UTC))
    assert planned() == [f"digest:{people.owner.pk}:2026-11-24"]
    zone(people.owner, "America/Los_Angeles")
    digests.plan(datetime(2026, 11, 24, 14, 5, tzinfo=UTC))
    assert len(planned()) == 1, "one for each day, wherever the person goes"


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-24", 24)]
)
def test_days_follow_each_other_when_clocks_change(day: str, hours: int) -> None:
    date = datetime.fromisoformat(day).date()
    start, end = digests._hours("Europe/Berlin", date)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)
    assert digests._hours("Europe/Berlin", date + timedelta(days=1))[0] == end


@pytest.mark.parametrize("change", ["digest off", "not verified", "left"])
def test_who_gets_none(change: str, people: SimpleNamespace) -> None:
    news(people)
    owner = people.owner
    if change == "digest off":
        owner.profile.digest = False
        owner.profile.save()
    elif change == "not verified":
        Person.objects.filter(pk=owner.pk).update(email_verified_at=None)
    else:
        Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert digests.plan(MORNING) == 0
    assert not deliver("digest", person=owner.pk, day=DAY), "asked again when it is sent"


def test_what_is_told_belongs_to_one_day_and_one_team(people: SimpleNamespace) -> None:
    start, end = digests._hours("UTC", MORNING.date())
    for title, at in [
        ("too old", start - timedelta(seconds=1)),
        ("first", start),
        ("last", end - timedelta(seconds=1)),
        ("too new", end),
    ]:
        make_post(project=people.project, author=people.member, title=title, created_at=at)
    make_post(title="of others", created_at=start)
    make_request(project=people.project, status="declined", created_at=start)
    asked = make_request(project=people.project, created_at=start)
    digest = digests.gather(person_id=people.owner.pk, day=DAY)
    assert digest is not None
    (about,) = digest.projects
    assert about.project == people.project
    assert [post.title for post in about.posts] == ["first", "last"]
    assert about.requests == [asked]


def test_a_digest_is_three_queries(people: SimpleNamespace, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        project = make_project(owner=people.member, members=(people.owner,))
        for _ in range(3):
            make_post(project=project, created_at=MORNING - timedelta(hours=1))
    with django_assert_num_queries(3):
        digest = digests.gather(person_id=people.owner.pk, day=DAY)
        assert digest is not None
        messages.Message(people.owner, "News", {"digest": digest}, "digest").render()
    assert len(digest.projects) == 3


def test_many_people_are_planned_in_batches(
    people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "BATCH", 2)
    project = make_project(members=tuple(make_person() for _ in range(4)))
    make_post(project=project, created_at=MORNING - timedelta(hours=1))
    assert digests.plan(MORNING) == len(planned()) == 4


def test_the_mail_of_a_digest(people: SimpleNamespace) -> None:
    news(people)
    Project.objects.filter(pk=people.project.pk).update(title="Forms & <b>more</b>")
    assert deliver("digest", person=people.owner.pk, day=DAY)
    message = the_mail()
    ((html, _),) = message.alternatives
    assert "Forms & <b>more</b>" in message.body
    assert "- Noor asks to join\n- Progress by Sam: It works\n" in message.body
    assert "Forms &amp; &lt;b&gt;more&lt;/b&gt;" in html
    assert "<li>Progress by Sam: It works</li>" in html
    leave = message.message()["List-Unsubscribe"]
    assert re.fullmatch(r"<https://board\.example\.org/unsubscribe#token=\S+>", leave)
    assert leave[1:-1] in message.body and leave[1:-1] in html
    digests.unsubscribe(token=leave[1:-1].split("=")[1])
    people.owner.profile.refresh_from_db()
    assert not people.owner.profile.digest


@pytest.mark.parametrize(
    "token", ["", "forged", "\ud800", signing.dumps(1, salt="people.verify_email")]
)
def test_a_forged_token_unsubscribes_nobody(token: str, people: SimpleNamespace) -> None:
    with pytest.raises(Invalid) as error:
        digests.unsubscribe(token=token)
    assert error.value.code == "invalid_token"


def test_the_task_plans_for_now(people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    news(people)
    monkeypatch.setattr(timezone, "now", lambda: MORNING)
    tasks.plan_digests()
    assert len(planned()) == 1


# --- The clean-up ----------------------------------------------------------------------


def test_clean_up(people: SimpleNamespace) -> None:
    now = timezone.now()
    outbox.put(kind="join_requested", payload={}, key="old")
    OutboxMessage.objects.update(sent_at=now - timedelta(days=365))
    Delivery.objects.create(
        key="old", recipient=people.owner, subject="Old", created_at=now - timedelta(days=365)
    )
    Delivery.objects.create(key="new", recipient=people.owner, subject="New")
    assert tasks.clean_up() == {"messages": 1, "deliveries": 1}
    assert Delivery.objects.get().key == "new"
