"""Who may do what, as one table: rule × who asks."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects import rules
from projects.models import Project
from tests.factories import make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db

WHO = ["owner", "member", "stranger", "staff", "anonymous", "unverified", "inactive", "asker"]
# One letter for each of WHO: y(es) or n(o).
TABLE = {
    "can_write": "yyyynnny",
    "is_owner": "ynnnnnnn",
    "is_member": "yynnnnnn",
    "can_see an open project": "yyyyyyyy",
    "can_see a draft": "yynynnnn",
    "can_edit": "ynnynnnn",
    "can_export": "yynynnnn",
    "can_ask": "nyyynnny",
    "can_ask a draft": "nynynnnn",
    "can_decide": "ynnynnnn",
    "can_withdraw": "nnnnnnny",
    "can_see_request": "ynnynnny",
    "can_post": "yynnnnnn",
    "can_delete_post of member": "yynynnnn",
    "can_delete_post of owner": "ynnynnnn",
}


@pytest.fixture
def world(people: SimpleNamespace) -> SimpleNamespace:
    people.anonymous = AnonymousUser()
    people.unverified = make_person(verified=False)
    people.inactive = make_person(is_active=False)
    people.asker = make_person()
    people.request = make_request(person=people.asker, project=people.project)
    people.post = make_post(project=people.project, author=people.member)
    people.news = make_post(project=people.project, author=people.owner)
    people.draft = make_project(owner=people.owner, members=(people.member,), status="draft")
    return people


def _object(world: SimpleNamespace, row: str) -> tuple[Any, ...]:
    if row == "can_write":
        return ()
    if row in {"can_decide", "can_withdraw", "can_see_request"}:
        return (world.request,)
    if "post of" in row:
        return (world.post if row.endswith("member") else world.news,)
    return (world.draft if row.endswith("a draft") else world.project,)


@pytest.mark.parametrize("row", TABLE)
def test_rule(world: SimpleNamespace, row: str) -> None:
    rule = getattr(rules, row.split()[0])
    answers = [rule(getattr(world, who), *_object(world, row)) for who in WHO]
    assert "".join("y" if answer else "n" for answer in answers) == TABLE[row]


def test_membership_costs_nothing_where_it_is_loaded(people: SimpleNamespace) -> None:
    project = Project.objects.prefetch_related("memberships").get()
    with CaptureQueriesContext(connection) as queries:
        assert rules.is_member(people.member, project)
        assert not rules.is_member(people.stranger, project)
        assert rules.is_member(people.owner, project)
    assert len(queries) == 0
