"""The world that the permission tests walk through, and what a request changes in it.

There is a person for each role, and things that belong to some of them. Every text that
not everybody may read is planted once and has a letter in `tests.permissions.LETTERS`, so
that a test can tell from any answer what it shows.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import connection, models, transaction
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver
from pytest_django import DjangoDbBlocker
from rest_framework.authtoken.models import Token
from rest_framework_simplejwt.tokens import RefreshToken

from exports.models import Export
from exports.services import build
from people.models import Person, Skill
from projects import rules
from projects.models import Membership, Project
from tests.factories import make_person, make_post, make_project, make_request
from tests.permissions import LETTERS

WRITES = ("INSERT", "UPDATE", "DELETE")
MISSING: dict[type, Any] = {str: "nothing-here", int: 10**12, UUID: UUID(int=1)}
_ZONES = sorted(zone for zone in available_timezones() if zone.startswith("Pacific/"))
_CSRF = "0123456789abcdef" * 2


@dataclass
class Answer:
    """What came back, and what the request changed before it was undone."""

    status: int
    headers: dict[str, str]
    text: str
    changes: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)


def unlimited() -> dict[str, Any]:
    """Return settings without limits of rate and size, and with files in memory."""
    rest, graph = deepcopy(settings.REST_FRAMEWORK), dict(settings.GRAPHQL)
    rest["DEFAULT_THROTTLE_RATES"] = dict.fromkeys(rest["DEFAULT_THROTTLE_RATES"])
    graph |= {"MAX_DEPTH": 100, "MAX_COST": 10**9, "MAX_TOKENS": 10**5}
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    return {
        "REST_FRAMEWORK": rest,
        "GRAPHQL": graph,
        "STORAGES": settings.STORAGES | {"default": memory},
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["World"]:
    """The world: built once for a file, since every request in it is undone."""
    database = str(connection.settings_dict["NAME"])
    # Without `pytest.mark.django_db` in the file, pytest-django would hand out the real one.
    assert database.startswith(("test_", "file:memory")), f"{database} is no test database"
    with django_db_blocker.unblock(), override_settings(**unlimited()), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture
def changed(world: "World") -> Iterator["World"]:
    """The world, for a test that changes it; what it changed is undone."""
    before = world.before
    with transaction.atomic():
        yield world
        transaction.set_rollback(True)
    world.before = before


class World:
    """People and their things; a request leaves no trace in it."""

    def __init__(self) -> None:
        skill = Skill.objects.get_or_create(slug="django", defaults={"name": "Django"})[0]
        self.people: dict[str, Person] = {
            "unverified": _person("unverified", verified=False),
            "stranger": _person("stranger"),
            "member": _person("member"),
            "owner": _person("owner"),
            "staff": _person("staff", is_staff=True),
            "moderator": _person("moderator", is_staff=True),
            "superuser": _person("superuser", is_staff=True, is_superuser=True),
            "asker": _person("asker"),
            "founder": _person("founder"),
            "newcomer": _person("newcomer", verified=False),
            "gone": _person("gone", is_active=False),
        }
        owner, member, asker, founder = (
            self.people[name] for name in ("owner", "member", "asker", "founder")
        )
        self.people["moderator"].user_permissions.set(Permission.objects.all())
        for zone, person in zip(_ZONES, self.people.values(), strict=False):
            person.profile.timezone = zone
            person.profile.save()
            person.profile.skills.add(skill)
        group = Group.objects.create(name="Helpers")
        group.permissions.add(Permission.objects.earliest("pk"))
        team: dict[str, Any] = {"members": (member,), "skills": [skill], "seats": 9}
        project = make_project(owner=owner, title="planted-o", slug="maps", **team)
        draft = make_project(owner=owner, title="planted-d", slug="plans", status="draft", **team)
        other = make_project(owner=founder, slug="trams", seats=9)
        hidden = make_project(owner=founder, title="planted-h", slug="secrets", status="draft")
        self.things: dict[str, models.Model] = self.people | {
            "open": project,
            "draft": draft,
            "other": other,
            "hidden": hidden,
            "news": make_post(project=project, author=member, body="planted-n", kind="blocker"),
            "plan": make_post(project=draft, author=member, body="planted-p", kind="blocker"),
            "sealed": make_post(project=hidden, body="planted-h", kind="blocker"),
            "asked": make_request(project=project, person=asker, message="planted-t"),
            "others": make_request(project=other, person=asker, message="planted-b"),
            "skill": skill,
            "group": group,
            "copy": _export(project, owner),
            "unready": _export(project, member, ready=False),
        }
        place = Membership.objects.create(project=project, person=self.people["stranger"])
        self.things["left"] = _export(project, self.people["stranger"])
        place.delete()  # they made it as a member, and are none anymore
        for name in ("unverified", "stranger", "member", "owner", "staff", "superuser"):
            message = f"planted-m-{name}"
            self.things[f"mine of {name}"] = make_request(
                project=other, person=self.people[name], message=message
            )
        self.refresh = {name: RefreshToken.for_user(row) for name, row in self.people.items()}
        self.tokens = {name: Token.objects.create(user=row) for name, row in self.people.items()}
        self.sessions = {name: _session(row) for name, row in self.people.items() if row.is_active}
        self.before = snapshot()

    # --- Naming things --------------------------------------------------------------------
    def key(self, name: str, role: str, *, missing: bool = False, pk: bool = False) -> Any:
        """Return by what a URL names the thing; for `missing`, what names nothing."""
        thing = self.things.get(name) or self.things[f"{name} of {role}"]
        key = thing.pk if pk else getattr(thing, "slug", thing.pk)
        return MISSING[type(key)] if missing else key

    def fill(self, text: str, role: str, **how: bool) -> str:
        """Put the keys of things into the places of their names, such as `{open}`."""
        role = "stranger" if role == "anonymous" else role
        return re.sub(r"{(\w+)}", lambda match: str(self.key(match[1], role, **how)), text)

    # --- Sending requests -----------------------------------------------------------------
    def bearer(self, role: str) -> dict[str, str]:
        """Return the header that signs a role in by JWT."""
        if role == "anonymous":
            return {}
        return {"Authorization": f"Bearer {self.refresh[role].access_token}"}

    def send(
        self,
        method: str,
        url: str,
        body: Any = "",
        *,
        headers: dict[str, str] | None = None,
        session: str = "",
        csrf: bool = True,
        content_type: str = "application/json",
    ) -> Answer:
        """Send one request, note what it changes in the database, and undo it.

        Args:
            method: The HTTP method.
            url: Where to.
            body: What to send, as the client takes it.
            headers: Which headers to send besides.
            session: The role whose session cookie is sent.
            csrf: Whether the CSRF token is sent, as cookie and as header.
            content_type: Of the body.
        """
        client = Client(enforce_csrf_checks=True)
        headers = dict(headers or {})
        if session and session != "anonymous":
            client.cookies.update(self.sessions[session].cookies)
        if csrf:
            client.cookies["csrftoken"] = headers["X-CSRFToken"] = _CSRF
        watch = _Watch()
        with transaction.atomic(), connection.execute_wrapper(watch):
            response = client.generic(method, url, body, content_type=content_type, headers=headers)
            text = (response.getvalue() if response.streaming else response.content).decode()
            answer = Answer(response.status_code, dict(response.items()), text)
            if watch.wrote:
                after = snapshot()
                answer.changes = self._changes(after, session)
                answer.columns = self._columns(after)
            transaction.set_rollback(True)
        return answer

    def _changes(self, after: dict[tuple[str, Any], Any], me: str) -> set[str]:
        """Name the rows that are new (+), gone (-) or different (~)."""
        names = {
            (thing._meta.model_name, thing.pk): "me" if name == me else name.split(" of ")[0]
            for name, thing in self.things.items()
        }
        changed = {
            "+": after.keys() - self.before.keys(),
            "-": self.before.keys() - after.keys(),
            "~": {key for key, row in after.items() if self.before.get(key, row) != row},
        }
        return {
            sign + str(names.get(key, key[0])) for sign, keys in changed.items() for key in keys
        }

    def _columns(self, after: dict[tuple[str, Any], Any]) -> set[str]:
        """Name the columns that are different, as in `project.title`."""
        return {
            f"{key[0]}.{name}"
            for key in after.keys() & self.before.keys()
            for name, value in after[key].items()
            if value != self.before[key][name]
        }

    # --- Reading answers --------------------------------------------------------------------
    def shows(self, text: str, role: str) -> str:
        """Return the letters of what a text shows to a role."""
        me = self.people.get(role)
        rest = [person for person in self.people.values() if person != me]
        texts: dict[str, Iterable[str]] = {
            "m": [f"planted-m-{role}"],
            "b": ["planted-b", *(f"planted-m-{name}" for name in self.people if name != role)],
            "e": [me.email, me.profile.timezone] if me else [],
            "x": [text for row in rest for text in (row.email, row.profile.timezone)],
            "k": [
                *(row.password.rpartition("$")[2] for row in self.people.values()),
                *(token.key for token in self.tokens.values()),
                *(str(refresh) for refresh in self.refresh.values()),
                *(client.cookies["sessionid"].value for client in self.sessions.values()),
            ],
        }
        return "".join(
            letter
            for letter in LETTERS
            if any(each in text for each in texts.get(letter, [f"planted-{letter}"]))
            or (letter in _PATTERNS and _PATTERNS[letter].search(text))
        )


_PATTERNS = {
    "c": re.compile(r'"open_?request_?count": ?[0-9]', re.IGNORECASE),
    "k": re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]{40}"),  # every JWT begins so
}


class _Watch:
    """Notes whether anything is written: a request that writes nothing changes nothing."""

    wrote = False

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.wrote = self.wrote or sql.lstrip().upper().startswith(WRITES)
        return execute(sql, *rest)


def snapshot() -> dict[tuple[str, Any], Any]:
    """Return every row of the database by the name of its model and its key."""
    return {
        (str(model._meta.model_name), row[model._meta.pk.attname]): row
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
        for row in model._base_manager.values()
    }


def _person(name: str, **fields: Any) -> Person:
    return make_person(name=name.title(), email=f"{name}@private.example", **fields)


def _export(project: Project, person: Person, *, ready: bool = True) -> Export:
    export = Export.objects.create(
        project=project,
        requested_by=person,
        format="csv",
        with_requests=rules.can_edit(person, project),
    )
    if ready:
        build(export.pk)
    return Export.objects.get(pk=export.pk)


def _session(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def routes() -> set[str]:
    """Return every route of the project, as `resolve()` names it."""

    def under(patterns: Iterable[Any], start: str) -> Iterator[str]:
        for pattern in patterns:
            route = start + str(pattern.pattern).removeprefix("^" if start else "")
            if isinstance(pattern, URLResolver):
                yield from under(pattern.url_patterns, route)
            else:
                yield route

    return set(under(get_resolver().url_patterns, ""))
