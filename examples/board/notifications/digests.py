"""The nightly digest: what happened in a person's projects, once a day, in the morning.

A day's digest tells of the 24 hours until `HOUR` o'clock of that day in the person's time
zone, whenever it is sent: no post is told twice and none is left out. Its key is the
person and the day, so that planning a day again, or by two processes, adds nothing.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from django.core import signing
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from notifications import outbox
from people.models import Person, Profile
from projects.errors import Invalid
from projects.models import JoinRequest, Post, Project

HOUR = 6
CATCH_UP = 3  # hours in which a digest is still made, if no worker was there in time
BATCH = 1_000
MAX_LINES = 50
SALT = "notifications.digests.unsubscribe"


@dataclass
class ProjectNews:
    """What is new in one project."""

    project: Project
    posts: list[Post] = field(default_factory=list)
    requests: list[JoinRequest] = field(default_factory=list)


@dataclass
class Digest:
    """What is new for one person."""

    person: Person
    projects: list[ProjectNews]


def plan(now: datetime | None = None) -> int:
    """Put a digest into the outbox for everybody with news for whom it is morning.

    Returns:
        How many people that are; those who were planned before are among them.
    """
    now = now or timezone.now()
    count = 0
    for zone in Profile.objects.filter(digest=True).values_list("timezone", flat=True).distinct():
        local = now.astimezone(ZoneInfo(zone))
        if not HOUR <= local.hour < HOUR + CATCH_UP:
            continue
        day = local.date()
        ids = _readers_with_news(zone, day).values_list("pk", flat=True).iterator()
        while batch := list(islice(ids, BATCH)):
            outbox.put_all(
                "digest",
                [({"person": pk, "day": day.isoformat()}, f"digest:{pk}:{day}") for pk in batch],
            )
            count += len(batch)
    return count


def gather(*, person_id: int, day: str) -> Digest | None:
    """Return the digest of a person for a day: three queries; None if there is no news.

    Args:
        person_id: Whose digest.
        day: The date, as in 2026-11-24.
    """
    person = _readers().select_related("profile").filter(pk=person_id).first()
    if person is None:
        return None
    start, end = _hours(person.profile.timezone, date.fromisoformat(day))
    posts = _posts(start, end).filter(project__memberships__person=person).exclude(author=person)
    requests = _requests(start, end).filter(project__owner=person)
    news: dict[int, ProjectNews] = {}
    for post in posts.select_related("project", "author").order_by("created_at")[:MAX_LINES]:
        news.setdefault(post.project_id, ProjectNews(post.project)).posts.append(post)
    for request in requests.select_related("project", "person").order_by("pk")[:MAX_LINES]:
        news.setdefault(request.project_id, ProjectNews(request.project)).requests.append(request)
    return Digest(person, list(news.values())) if news else None


def unsubscribe_token(person: Person) -> str:
    """Return a token that ends the digest without signing in; it does not expire."""
    return signing.dumps(person.pk, salt=SALT)


def unsubscribe(*, token: str) -> None:
    """Send no more digests to the person whose digest carried this token.

    Raises:
        Invalid: The token is forged (`invalid_token`).
    """
    try:
        pk = signing.loads(token, salt=SALT)
    except (signing.BadSignature, UnicodeError) as error:
        raise Invalid("This link does not work.", code="invalid_token", field="token") from error
    Profile.objects.filter(person=pk).update(digest=False)


def _readers() -> QuerySet[Person]:
    return Person.objects.filter(
        is_active=True, email_verified_at__isnull=False, profile__digest=True
    )


def _readers_with_news(zone: str, day: date) -> QuerySet[Person]:
    start, end = _hours(zone, day)
    me = OuterRef("pk")
    posts = _posts(start, end).filter(project__memberships__person=me).exclude(author=me)
    requests = _requests(start, end).filter(project__owner=me)
    readers = _readers().filter(profile__timezone=zone)
    return readers.filter(Exists(posts) | Exists(requests)).order_by("pk")


def _hours(zone: str, day: date) -> tuple[datetime, datetime]:
    """Return from when to when a day's digest tells; longer or shorter as clocks change."""
    end = datetime.combine(day, time(HOUR), tzinfo=ZoneInfo(zone))
    return end - timedelta(days=1), end  # on the clock: yesterday at the same hour


def _posts(start: datetime, end: datetime) -> QuerySet[Post]:
    return Post.objects.filter(created_at__gte=start, created_at__lt=end)


def _requests(start: datetime, end: datetime) -> QuerySet[JoinRequest]:
    return JoinRequest.objects.filter(
        status=JoinRequest.Status.PENDING, created_at__gte=start, created_at__lt=end
    )
