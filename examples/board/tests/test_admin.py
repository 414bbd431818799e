"""The admin: what moderators can do, and what even they cannot see."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from rest_framework.authtoken.models import Token

from people.models import Person, Skill
from projects.models import JoinRequest, Post, Project
from tests.factories import make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client: Client) -> Person:
    """A member of staff with every permission on our apps, signed in."""
    person = make_person(is_staff=True, name="Kofi")
    ours = Permission.objects.filter(content_type__app_label__in=["people", "projects"])
    person.user_permissions.set(ours)
    client.force_login(person)
    return person


def page(model: str, name: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{model}_{name}", args=args)


def act(client: Client, model: str, action: str, *rows: Any) -> Any:
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(page(model), data, follow=True)


def messages(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


# --- Who comes in --------------------------------------------------------------------------


@pytest.mark.parametrize("fields", [{}, {"is_staff": True, "is_active": False}])
def test_only_staff_come_in(client: Client, fields: dict[str, Any]) -> None:
    client.force_login(make_person(**fields))
    assert client.get("/admin/").status_code == 302


def test_staff_without_permissions_see_nothing(client: Client) -> None:
    client.force_login(make_person(is_staff=True))
    assert client.get(page("people_person")).status_code == 403
    assert client.get(page("projects_joinrequest")).status_code == 403


def test_unverified_staff_read_and_do_not_write(client: Client, moderator: Person) -> None:
    Person.objects.update(email_verified_at=None)
    project = make_project(owner=make_person())
    response = client.get(page("projects_project", "change", project.pk))
    assert response.status_code == 200
    assert not response.context["has_change_permission"]
    assert client.post(page("projects_project", "delete", project.pk)).status_code == 403
    assert client.get(page("people_skill", "add")).status_code == 403
    request = make_request(project=project)
    shown = messages(act(client, "projects_joinrequest", "decline_selected", request))
    assert shown == [
        "Declined requests: 0.",
        f"Request {request.pk}: Verify your e-mail address first.",
    ]


def test_lists_of_keys_are_closed_to_everybody() -> None:
    keys = {"Token", "TokenProxy", "OutstandingToken", "BlacklistedToken", "Session"}
    assert not keys & {model.__name__ for model in admin.site._registry}


def test_no_page_shows_a_password_hash(client: Client) -> None:
    person = Person.objects.create_superuser("root@example.org", "a long secret", name="Root")
    client.force_login(person)
    algorithm, *_, digest = person.password.split("$")
    for url in (page("people_person"), page("people_person", "change", person.pk)):
        text = client.get(url).content.decode()
        assert digest not in text
        assert algorithm not in text
        assert "password" not in text.replace("password_change", "").lower().replace(
            "change password", ""
        )


# --- Every page opens, in a number of queries that does not grow ---------------------------


MODELS = ["people_person", "people_skill", "projects_project", "projects_joinrequest"]
MODELS += ["projects_post"]


def fill(number: int) -> None:
    for _ in range(number):
        request = make_request(status="declined", decided_by=make_person())
        make_post(project=request.project)
        skill = Skill.objects.create(slug=f"s{request.pk}", name="S")
        request.project.skills.add(skill)


@pytest.mark.parametrize("model", MODELS)
def test_lists_do_not_ask_row_by_row(client: Client, moderator: Person, model: str) -> None:
    counts = []
    for _ in range(2):
        fill(8)
        client.get(page(model))  # content types and the like are kept from now on
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page(model)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] < 15


def test_the_page_of_a_project_does_not_ask_row_by_row(client: Client, moderator: Person) -> None:
    project = make_project(seats=20)
    url = page("projects_project", "change", project.pk)
    counts = []
    for _ in range(2):
        for _ in range(5):
            make_request(project=project)
            project.memberships.create(person=make_person())
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("model", MODELS)
def test_lists_can_be_searched_and_filtered(client: Client, moderator: Person, model: str) -> None:
    fill(1)
    site: Any = admin.site._registry[apps.get_model(model.replace("_", "."))]
    assert client.get(page(model), {"q": "ada"}).status_code == 200
    names = [entry if isinstance(entry, str) else entry[0] for entry in site.list_filter]
    for name in names:
        lookups = {"email_verified_at": "__isempty", "created_at": "__gte", "skills": "__id__exact"}
        value = "2026-01-01 00:00:00+00:00" if name == "created_at" else "1"
        query = {name + lookups.get(name, "__exact"): value}
        response = client.get(page(model), query)
        assert response.status_code == 200, query


def test_counts_stand_beside_each_project(client: Client, moderator: Person) -> None:
    project = make_project(members=(make_person(), make_person()))
    make_request(project=project)
    row = client.get(page("projects_project"), {"o": "4.5"}).context["cl"].result_list[0]
    assert (row.members, row.pending) == (2, 1)


# --- What a moderator does -----------------------------------------------------------------


def test_declining_all_that_waits_in_a_project(client: Client, moderator: Person) -> None:
    project = make_project()
    waiting = [make_request(project=project) for _ in range(3)]
    withdrawn, elsewhere = make_request(project=project, status="withdrawn"), make_request()
    response = act(client, "projects_project", "decline_pending", project)
    assert messages(response) == ["Declined requests: 3."]
    for request in waiting:
        request.refresh_from_db()
        assert (request.status, request.decided_by) == ("declined", moderator)
    for request, status in ((withdrawn, "withdrawn"), (elsewhere, "pending")):
        request.refresh_from_db()
        assert request.status == status
    assert LogEntry.objects.filter(user=moderator).count() == 3


def test_declining_says_what_it_could_not(client: Client, moderator: Person) -> None:
    pending, accepted = make_request(), make_request(status="accepted")
    response = act(client, "projects_joinrequest", "decline_selected", pending, accepted)
    assert sorted(messages(response)) == [
        "Declined requests: 1.",
        f"Request {accepted.pk}: The request is accepted already.",
    ]


def test_requests_are_never_edited(client: Client, moderator: Person) -> None:
    request = make_request()
    url = page("projects_joinrequest", "change", request.pk)
    assert client.get(url).status_code == 200
    assert client.post(url, {"status": "accepted"}).status_code == 403
    request.refresh_from_db()
    assert request.status == "pending"


def test_mending_a_project_makes_a_new_version(client: Client, moderator: Person) -> None:
    project = make_project(slug="mine")
    data = {"title": "Kind", "pitch": "Words.", "status": "draft", "owner": moderator.pk}
    data |= {"slug": "other", "seats": "9", "version": "50", "contract_url": ""}
    for prefix in ("memberships", "join_requests"):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    response = client.post(page("projects_project", "change", project.pk), data)
    assert response.status_code == 302
    before = project.updated_at, project.owner
    project.refresh_from_db()
    assert (project.title, project.status, project.version) == ("Kind", "draft", 2)
    assert (project.slug, project.seats, project.owner) == ("mine", 3, before[1])
    assert project.updated_at > before[0]


@pytest.mark.parametrize("model", ["people_person", *MODELS[2:]])
def test_what_services_create_no_form_creates(
    client: Client, moderator: Person, model: str
) -> None:
    assert client.get(page(model, "add")).status_code == 403


def test_skills_grow_here(client: Client, moderator: Person) -> None:
    response = client.post(page("people_skill", "add"), {"name": "Go", "slug": "go"})
    assert response.status_code == 302
    assert Skill.objects.get().slug == "go"


def test_deleting_one_and_many(client: Client, moderator: Person) -> None:
    posts = [make_post() for _ in range(3)]
    client.post(page("projects_post", "delete", posts[0].pk), {"post": "yes"})
    data = {"action": "delete_selected", "post": "yes", "_selected_action": [posts[1].pk]}
    client.post(page("projects_post"), data)
    assert list(Post.objects.all()) == [posts[2]]
    client.post(page("projects_project", "delete", posts[2].project_id), {"post": "yes"})
    assert not Project.objects.filter(pk=posts[2].project_id).exists()


def test_deactivating_and_activating(client: Client, moderator: Person) -> None:
    root = Person.objects.create_superuser("root@example.org", "a long secret", name="Root")
    person = make_person()
    response = act(client, "people_person", "deactivate", person, root, moderator)
    assert messages(response) == ["Deactivated: 1."]
    for row, active in ((person, False), (root, True), (moderator, True)):
        row.refresh_from_db()
        assert row.is_active == active
    act(client, "people_person", "activate", person)
    person.refresh_from_db()
    assert person.is_active
    assert LogEntry.objects.filter(object_id=str(person.pk)).count() == 2


# --- What power does not reach -------------------------------------------------------------


def person_form(person: Person, **changes: Any) -> dict[str, Any]:
    profile = person.profile
    data: dict[str, Any] = {
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "is_active": "on",
    }
    data |= {"profile-TOTAL_FORMS": "1", "profile-INITIAL_FORMS": "1", "profile-0-id": profile.pk}
    data |= {"profile-0-person": person.pk, "profile-0-timezone": "UTC", "profile-0-bio": ""}
    return data | changes


def test_a_moderator_cannot_take_over_an_account_or_gain_power(
    client: Client, moderator: Person
) -> None:
    for person in (moderator, make_person()):
        url = page("people_person", "change", person.pk)
        power = {"email": "mine@example.org", "is_staff": "on", "is_superuser": "on"}
        response = client.post(url, person_form(person, name="Mended", **power))
        assert response.status_code == 302
        before = person.email, person.is_staff
        person.refresh_from_db()
        assert person.name == "Mended"
        assert (person.email, person.is_staff, person.is_superuser) == (*before, False)


def test_a_moderator_cannot_touch_a_superuser(client: Client, moderator: Person) -> None:
    root = Person.objects.create_superuser("root@example.org", "a long secret", name="Root")
    url = page("people_person", "change", root.pk)
    assert client.post(url, person_form(root, name="X")).status_code == 403
    assert client.post(page("people_person", "delete", root.pk)).status_code == 403
    data = {"action": "delete_selected", "post": "yes", "_selected_action": [root.pk]}
    client.post(page("people_person"), data)
    root.refresh_from_db()
    assert root.name == "Root"


def test_a_moderator_cannot_spell_out_secrets(client: Client, moderator: Person) -> None:
    person = make_person()
    Token.objects.create(user=person)
    secrets = {
        "people_person": ["password", "auth_token__key", "email_verified_at__x__password"],
        "projects_project": ["owner__password", "skills__profiles__person__password"],
        "projects_post": ["author__auth_token__key"],
    }
    for model, lookups in secrets.items():
        for lookup in lookups:
            response = client.get(page(model), {f"{lookup}__startswith": "a"})
            assert response.status_code == 400, lookup


def test_what_is_deleted_along_is_counted_and_not_named(client: Client, moderator: Person) -> None:
    moderator.user_permissions.set(Permission.objects.all())
    token = Token.objects.create(user=make_person())
    data = {"action": "delete_selected", "_selected_action": [token.user_id]}
    pages = [
        client.get(page("people_person", "delete", token.user_id)),
        client.post(page("people_person"), data),
    ]
    for response in pages:
        assert response.status_code == 200
        assert token.key not in response.content.decode()
        assert token.user.name in response.content.decode()


def test_groups_are_for_superusers(client: Client, moderator: Person) -> None:
    moderator.user_permissions.set(Permission.objects.all())
    assert client.get(page("auth_group")).status_code == 403
    assert client.get(page("auth_group", "add")).status_code == 403
    assert "auth_group" not in client.get("/admin/").content.decode()
    Person.objects.filter(pk=moderator.pk).update(is_superuser=True)
    response = client.post(page("auth_group", "add"), {"name": "Moderators"})
    assert response.status_code == 302
    Person.objects.filter(pk=moderator.pk).update(email_verified_at=None)
    assert client.get(page("auth_group")).status_code == 200
    assert client.get(page("auth_group", "add")).status_code == 403


def test_staff_are_never_deleted(client: Client, moderator: Person) -> None:
    Person.objects.filter(pk=moderator.pk).update(is_superuser=True)
    data = {"action": "delete_selected", "post": "yes", "_selected_action": [moderator.pk]}
    client.post(page("people_person"), data)
    assert client.post(page("people_person", "delete", moderator.pk)).status_code == 403
    assert Person.objects.filter(pk=moderator.pk).exists()


def test_who_may_not_see_addresses_does_not_find_by_them(client: Client) -> None:
    project = make_project()
    staff = make_person(is_staff=True)
    staff.user_permissions.add(Permission.objects.get(codename="view_project"))
    client.force_login(staff)
    found = client.get(page("projects_project"), {"q": project.owner.email})
    assert found.context["cl"].result_count == 0
    found = client.get(page("projects_project"), {"q": project.owner.name})
    assert found.context["cl"].result_count == 1


def test_a_superuser_gives_power(client: Client) -> None:
    root = Person.objects.create_superuser("root@example.org", "a long secret", name="Root")
    client.force_login(root)
    person = make_person()
    url = page("people_person", "change", person.pk)
    changes = {"email": "NEW@example.org", "is_staff": "on"}
    assert client.post(url, person_form(person, **changes)).status_code == 302
    person.refresh_from_db()
    assert (person.email, person.is_staff) == ("new@example.org", True)


def test_what_tells_the_past_is_read_only() -> None:
    audit: dict[type[Any], set[str]] = {
        Person: {"created_at", "last_login", "email_verified_at"},
        Project: {"created_at", "updated_at", "version", "owner"},
        JoinRequest: {"created_at", "decided_at", "decided_by"},
        Post: {"created_at", "author", "project"},
    }
    for model, fields in audit.items():
        assert fields <= set(admin.site._registry[model].readonly_fields)


def test_people_sign_in_with_their_address(client: Client, people: SimpleNamespace) -> None:
    from tests.factories import PASSWORD

    data = {"username": people.staff.email.upper(), "password": PASSWORD}
    assert client.post("/admin/login/?next=/admin/", data).status_code == 302
