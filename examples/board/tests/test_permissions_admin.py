"""The admin, page by page and role by role, against the table in `tests.permissions`."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import RequestFactory
from django.urls import resolve

from people.models import Person
from tests.factories import PASSWORD
from tests.permissions import ADMIN, FORMS, ONE_MODEL, parse
from tests.world import Answer, World, changed, routes, snapshot, world

pytestmark = pytest.mark.django_db
__all__ = ["changed", "world"]  # the fixtures

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
TABLE = parse(ADMIN)
ROLES = ADMIN.split("\n")[1].split()
NOWHERE = "/admin/nothing-here/"
# What a method without a line may answer besides what GET does: less.
OTHERWISE = {"GET": set(), "HEAD": set(), "OPTIONS": {"200", "405"}}
LISTS = [f"/admin/{model._meta.label_lower.replace('.', '/')}/" for model in admin.site._registry]
WRITES = [(url, name) for url, lines in TABLE.items() for name in lines if name != "GET"]
NO_ROWS = {
    f"{prefix}-{name}_FORMS": "0"
    for prefix in ("memberships", "join_requests")
    for name in ("TOTAL", "INITIAL")
}

# What each page is sent: right for who may, so that who may not is refused for that alone.
FORM: dict[str, Callable[[World, Any], dict[str, Any]]] = {
    "/admin/login/": lambda world, thing: {"username": "nobody@example.org", "password": "wrong"},
    "/admin/password_change/": lambda world, thing: {
        "old_password": PASSWORD,
        "new_password1": "quite another sentence",
        "new_password2": "quite another sentence",
    },
    "/admin/auth/group/add/": lambda world, thing: {"name": "Editors"},
    "/admin/auth/group/*/change/": lambda world, thing: {"name": "Editors"},
    "/admin/people/person/*/change/": lambda world, thing: _person(thing) | {"name": "Mended"},
    "/admin/people/skill/add/": lambda world, thing: {"name": "Go", "slug": "go"},
    "/admin/people/skill/*/change/": lambda world, thing: {"name": "Go", "slug": "go"},
    "/admin/projects/project/*/change/": lambda world, thing: (
        NO_ROWS
        | {
            "title": thing.title,
            "pitch": "New words.",
            "status": thing.status,
            "skills": [skill.pk for skill in thing.skills.all()],
        }
    ),
    "/admin/projects/post/*/change/": lambda world, thing: {"title": "Mended", "body": "New."},
}


def _person(person: Person) -> dict[str, Any]:
    profile = person.profile
    form = {
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "profile-TOTAL_FORMS": "1",
        "profile-INITIAL_FORMS": "1",
        "profile-0-id": profile.pk,
        "profile-0-person": person.pk,
        "profile-0-bio": profile.bio,
        "profile-0-timezone": profile.timezone,
        "profile-0-skills": [skill.pk for skill in profile.skills.all()],
    }
    flags = {name: getattr(person, name) for name in ("is_active", "is_staff", "is_superuser")}
    return form | {
        name: "on"
        for name, value in (flags | {"profile-0-digest": profile.digest}).items()
        if value
    }


def ask(
    world: World,
    url: str,
    name: str,
    role: str,
    *,
    more: dict[str, Any] | None = None,
    missing: bool = False,
    **options: Any,
) -> Answer:
    """Open a page or send its form; the name of an action does it to the thing beside it."""
    action, _, thing = name.partition(" ")
    if action in METHODS:
        method = action
        named = url.partition("{")[2].partition("}")[0]
        form = FORM.get(url.replace(f"{{{named}}}", "*"))
        data = form(world, world.things.get(named)) if form else {"post": "yes"}
    else:
        method = "POST"
        data = {
            "action": action,
            "post": "yes",
            "_selected_action": world.fill(thing, role, pk=True),
        }
    return world.send(
        method,
        world.fill(url, role, pk=True, missing=missing),
        urlencode(data | (more or {}), doseq=True) if method == "POST" else "",
        session=role,
        content_type="application/x-www-form-urlencoded",
        **options,
    )


def cell_of(world: World, answer: Answer, role: str) -> str:
    place = answer.headers.get("Location", "")
    if place.startswith("/admin/login/"):
        return "login"
    if place == "/admin/" and not answer.changes:
        return "index"
    return f"{answer.status}:{world.shows(answer.text, role)}".removesuffix(":")


# --- The table and the pages ---------------------------------------------------------------
def test_every_page_has_a_heading_and_every_heading_a_page(world: World) -> None:
    written: dict[str, list[str]] = {}
    for url in TABLE:
        path = world.fill(url, "staff", pk=True).partition("?")[0]
        written.setdefault(resolve(path).route, []).append(url)
    lacking = {route for route in routes() if route.startswith("admin/")} - written.keys()
    assert not lacking, (
        f"Nobody has decided who may open {lacking}: write a heading for each, and its lines,"
        " into ADMIN in tests/permissions.py."
    )
    idle = [urls for urls in written.values() if NOWHERE in urls and len(urls) > 1]
    assert not idle, f"There is no page for one of {idle}: take it out of tests/permissions.py."


def test_every_action_has_a_line_and_every_line_an_action(world: World) -> None:
    request = RequestFactory().get("/")
    request.user = world.people["superuser"]
    found, written = set(), set()
    for model, page in admin.site._registry.items():
        url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        found |= {(url, action) for action in page.get_actions(request)}
        written |= {(url, name.split()[0]) for name in TABLE.get(url, ()) if name not in METHODS}
    assert found == written, "ADMIN in tests/permissions.py has a line for every action of a list"


@pytest.mark.parametrize("url", TABLE)
def test_every_page_as_every_role(url: str, world: World) -> None:
    get = TABLE[url]["GET"]
    wrong = []
    for name in dict.fromkeys([*METHODS, *TABLE[url]]):
        line = TABLE[url].get(name)
        cells, changes = {}, {}
        for role in ROLES:
            answer = ask(world, url, name, role)
            cells[role], changes[role] = cell_of(world, answer, role), answer.changes
            if not line and cells[role] in {
                *OTHERWISE.get(name, {"405"}),
                get.cells[role].partition(":")[0],
            }:
                cells[role] = get.cells[role]
        wrong += [f"{name}: {text}" for text in (line or get).difference(cells, changes)]
    assert not wrong, "\n".join([url, *wrong])


# --- Forms -------------------------------------------------------------------------------------
@pytest.mark.parametrize("label", FORMS)
def test_forms_have_the_fields_of_the_table(label: str, world: World) -> None:
    model = apps.get_model(label)
    page, row = admin.site._registry[model], model.objects.order_by("pk").first()
    ours, more = (set(fields.split()) for fields in FORMS[label])
    for role, expected in (("moderator", ours), ("superuser", ours | more)):
        request = RequestFactory().get("/")
        request.user = world.people[role]
        if page.has_change_permission(request, row):
            fixed = set(page.get_readonly_fields(request, row))
            assert set(page.get_fields(request, row)) - fixed == expected
        else:
            assert not expected


CHANGES = [url for url, name in WRITES if url.endswith("/change/") and name == "POST"]


@pytest.mark.parametrize("role", ["moderator", "superuser"])
@pytest.mark.parametrize("url", CHANGES)
def test_what_no_form_has_is_not_written(url: str, role: str, world: World) -> None:
    """Every column of the row is sent along; only those of the form are different after it."""
    _, _, app, model, *_ = url.split("/")
    ours, more = (set(fields.split()) for fields in FORMS[f"{app}.{model}"])
    allowed = ours | more if role == "superuser" else ours
    columns = {field.attname for field in apps.get_model(app, model)._meta.concrete_fields}
    names = columns | {name.removesuffix("_id") for name in columns}
    answer = ask(world, url, "POST", role, more=dict.fromkeys(names - allowed, "1"))
    kept = {"version", "updated_at"}  # every change of a project counts it
    assert answer.columns <= {f"{model}.{name}" for name in allowed | kept}
    assert answer.changes <= TABLE[url]["POST"].changes | {"~me"}


# --- Forms that another site sends -----------------------------------------------------------
@pytest.mark.parametrize("role", ["moderator", "superuser"])
@pytest.mark.parametrize(("url", "name"), WRITES)
def test_nothing_is_written_without_the_token_of_the_form(
    url: str, name: str, role: str, world: World
) -> None:
    if name != "HEAD":
        answer = ask(world, url, name, role, csrf=False)
        assert (answer.status, answer.changes) == (403, set())


@pytest.mark.parametrize("url", [url for url, name in WRITES if url.endswith("/delete/")])
def test_a_method_is_what_the_first_line_says(url: str, world: World) -> None:
    answer = ask(world, url, "GET", "superuser", headers={"X-HTTP-Method-Override": "POST"})
    assert cell_of(world, answer, "superuser") == TABLE[url]["GET"].cells["superuser"]
    assert not answer.changes


# --- Staff who are less than a moderator -------------------------------------------------------
def test_staff_without_a_verified_address_write_nothing(changed: World) -> None:
    """But for their own password and session."""
    moderator = changed.people["moderator"]
    Person.objects.filter(pk=moderator.pk).update(email_verified_at=None)
    changed.before = snapshot()
    for url, name in WRITES:
        answer = ask(changed, url, name, "moderator")
        own = {"/admin/logout/", "/admin/password_change/"}
        assert url in own or not answer.changes, f"{name} {url}"


def test_staff_who_have_left_come_in_nowhere(changed: World) -> None:
    Person.objects.filter(is_staff=True).update(is_active=False)
    changed.before = snapshot()
    for url, lines in TABLE.items():
        for name in lines:
            answer = ask(changed, url, name, "superuser")
            assert cell_of(changed, answer, "anonymous") == lines[name].cells["anonymous"]
            assert not answer.changes


def test_the_table_knows_every_model() -> None:
    labels = {model._meta.label_lower for model in admin.site._registry}
    assert labels == FORMS.keys() == ONE_MODEL.keys()


@pytest.mark.parametrize("label", ONE_MODEL)
def test_power_over_one_model_shows_no_other(label: str, changed: World) -> None:
    app, model = label.split(".")
    own = Permission.objects.filter(content_type__app_label=app, content_type__model=model)
    changed.people["moderator"].user_permissions.set(own)
    shown = set()
    for url, lines in TABLE.items():
        answer = ask(changed, url, "GET", "moderator")
        shown |= set(changed.shows(answer.text, "moderator"))
        if f"/{app}/{model}/" in url:
            assert str(answer.status) == lines["GET"].cells["moderator"].partition(":")[0]
        elif any(url.startswith(other) for other in LISTS):
            assert str(answer.status) == lines["GET"].cells["staff"]
    assert shown == set(ONE_MODEL[label])


@pytest.mark.parametrize("label", ONE_MODEL.keys() - {"people.person"})
def test_power_over_one_model_finds_no_address(label: str, changed: World) -> None:
    """A search that finds a part of an address tells the whole of it, letter by letter."""
    app, model = label.split(".")
    own = Permission.objects.filter(content_type__app_label=app, content_type__model=model)
    changed.people["moderator"].user_permissions.set(own)
    url = f"/admin/{app}/{model}/?q="
    found, none = (
        ask(changed, url + text, "GET", "moderator") for text in ("@private", "not there")
    )
    assert changed.shows(found.text, "moderator") == changed.shows(none.text, "moderator")


@pytest.mark.parametrize("url", [url for url in TABLE if "{" in url and "history" not in url])
def test_staff_without_permission_cannot_tell_what_there_is(url: str, world: World) -> None:
    """The history is left out: Django looks for the row before it asks for the permission."""
    for name in ("GET", "POST"):
        real, none = (ask(world, url, name, "staff", missing=flag) for flag in (False, True))
        assert (real.status, real.text) == (none.status, none.text)


# --- What not even a moderator reads -------------------------------------------------------------
@pytest.mark.parametrize("url", [url for url, name in WRITES if name.startswith("delete_selected")])
def test_what_goes_along_is_counted_and_not_shown(url: str, world: World) -> None:
    """The page that asks "are you sure?" lists related rows, and a token's name is its key."""
    name = next(name for name in TABLE[url] if name.startswith("delete_selected"))
    answer = ask(world, url, name, "superuser", more={"post": ""})
    assert (answer.status, answer.changes) == (200, set())
    assert "k" not in world.shows(answer.text, "superuser")


PATHS = (
    "password",
    "auth_token",
    "auth_token__key",
    "outstandingtoken__token",
    "user_permissions__codename",
    "profile__person__password",
    "profiles__person__password",
    "owner__password",
    "owner__auth_token__key",
    "skills__profiles__person__password",
    "author__password",
    "person__password",
    "decided_by__auth_token__key",
    "project__owner__password",
)


@pytest.mark.parametrize("lookup", ["exact", "startswith", "gte", "regex", "in"])
@pytest.mark.parametrize("url", LISTS)
def test_no_filter_spells_out_what_is_not_shown(url: str, lookup: str, world: World) -> None:
    """A list that can be narrowed by a hidden column tells it, letter by letter."""
    for path in PATHS:
        for role in ("moderator", "superuser"):
            answer = ask(world, f"{url}?{path}__{lookup}=a", "GET", role)
            # Refused, or sent back to the list without a filter.
            assert answer.status in {302, 400, 403}, path
            assert "e=1" in answer.headers.get("Location", "e=1")


@pytest.mark.parametrize(
    "role", ["unverified", "stranger", "staff", "moderator", "superuser", "gone"]
)
def test_who_signs_in(role: str, world: World) -> None:
    more = {"username": world.people[role].email, "password": PASSWORD}
    answer = ask(world, "/admin/login/", "POST", "anonymous", more=more)
    if role in {"staff", "moderator", "superuser"}:
        assert (answer.status, answer.changes) == (302, {"+session", f"~{role}"})
        assert answer.columns == {"person.last_login"}
    else:
        assert (answer.status, answer.changes) == (200, set())
