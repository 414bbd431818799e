"""Writes: what each does, what it refuses, and what two of them do in the same moment."""

import threading
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from notifications import outbox
from people.models import Person, Skill
from projects import services
from projects.errors import BoardError, Conflict, Invalid, NotAllowed, NotFound, StaleVersion
from projects.models import JoinRequest, Membership, Post, Project
from tests.factories import make_person, make_post, make_project, make_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any], str]]:
    """What was put into the outbox."""
    messages: list[tuple[str, dict[str, Any], str]] = []
    monkeypatch.setattr(outbox, "put", lambda **message: messages.append(tuple(message.values())))
    return messages


@pytest.fixture
def skills() -> list[Skill]:
    return [Skill.objects.create(slug=slug, name=slug.title()) for slug in ("django", "vue")]


def announce(**changes: Any) -> Project:
    values: dict[str, Any] = {"title": "Bus times", "pitch": "When it really comes."}
    return services.announce_project(**({"owner": make_person()} | values | changes))


def test_announcing_a_project(skills: list[Skill]) -> None:
    owner = make_person()
    project = announce(owner=owner, skills=["vue", "django"], seats=2)
    project.refresh_from_db()
    assert (project.slug, project.status, project.version) == ("bus-times", "open", 1)
    assert set(project.skills.all()) == set(skills)
    assert project.memberships.get().person == owner
    assert project.memberships.get().role == Membership.Role.OWNER


def test_a_slug_comes_from_the_title_and_is_free() -> None:
    first, second = announce(), announce()
    assert second.slug.startswith("bus-times-")
    assert announce(title="Привет").slug == "project"
    assert len(announce(title="a" * 120).slug) <= 60
    assert first.slug != second.slug


def test_a_slug_of_ones_own_must_be_free() -> None:
    announce(slug="mine")
    with pytest.raises(Conflict) as caught:
        announce(slug="mine")
    assert (caught.value.code, caught.value.field) == ("slug_taken", "slug")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "a" * 121),
        ("title", "a\x00"),
        ("pitch", ""),
        ("pitch", "a" * 2001),
        ("slug", "no spaces"),
        ("seats", 0),
        ("seats", 21),
        ("status", "lost"),
        ("contract_url", "javascript:alert(1)"),
        ("contract_url", "ftp://example.org"),
    ],
)
def test_a_wrong_value_is_named(field: str, value: Any) -> None:
    with pytest.raises(Invalid) as caught:
        announce(**{field: value})
    assert (caught.value.field, caught.value.kind) == (field, "invalid")
    assert caught.value.message
    assert not Project.objects.exists()


def test_an_unknown_skill_is_named_and_nothing_is_saved(skills: list[Skill]) -> None:
    with pytest.raises(Invalid) as caught:
        announce(skills=["django", "cobol"])
    assert (caught.value.code, caught.value.field) == ("unknown_skill", "skills")
    assert not Project.objects.exists()


def test_updating_a_project(people: SimpleNamespace, skills: list[Skill]) -> None:
    before = people.project.updated_at
    updated = services.update_project(
        actor=people.owner, project=people.project, expected_version=1, title="New", skills=["vue"]
    )
    updated.refresh_from_db()
    assert (updated.title, updated.version) == ("New", 2)
    assert updated.updated_at > before
    assert [skill.slug for skill in updated.skills.all()] == ["vue"]
    again = services.update_project(actor=people.staff, project=people.project, status="building")
    assert (again.title, again.version) == ("New", 3)


def test_an_update_based_on_an_old_version_is_refused(people: SimpleNamespace) -> None:
    services.update_project(actor=people.owner, project=people.project, title="First")
    for write in (services.update_project, services.delete_project):
        with pytest.raises(StaleVersion):
            write(actor=people.owner, project=people.project, expected_version=1)


def test_seats_cannot_be_fewer_than_members(people: SimpleNamespace) -> None:
    people.project.memberships.create(person=people.stranger)
    with pytest.raises(Conflict) as caught:
        services.update_project(actor=people.owner, project=people.project, seats=1)
    assert (caught.value.code, caught.value.field) == ("too_few_seats", "seats")


def test_an_update_with_a_wrong_value_changes_nothing(people: SimpleNamespace) -> None:
    with pytest.raises(Invalid):
        services.update_project(
            actor=people.owner, project=people.project, title="New", status="lost"
        )
    people.project.refresh_from_db()
    assert (people.project.title != "New", people.project.version) == (True, 1)


def test_deleting_a_project(people: SimpleNamespace) -> None:
    services.delete_project(actor=people.owner, project=people.project)
    assert not Project.objects.exists()
    with pytest.raises(NotFound):
        services.delete_project(actor=people.owner, project=people.project)


def test_asking_to_join(people: SimpleNamespace, sent: list[Any]) -> None:
    request = services.ask_to_join(person=people.stranger, project=people.project, message="Hi")
    assert (request.status, request.message, request.decided_at) == ("pending", "Hi", None)
    assert sent == [("join_requested", {"request": request.pk}, f"join_requested:{request.pk}")]


@pytest.mark.parametrize(
    ("who", "status", "code"),
    [
        ("owner", "open", "not_allowed"),
        ("member", "open", "already_member"),
        ("stranger", "building", "not_open"),
        ("stranger", "finished", "not_open"),
        ("stranger", "draft", "not_found"),
        ("member", "draft", "not_open"),
    ],
)
def test_who_cannot_ask(
    people: SimpleNamespace, sent: list[Any], who: str, status: str, code: str
) -> None:
    people.project.status = status
    people.project.save()
    with pytest.raises(BoardError) as caught:
        services.ask_to_join(person=getattr(people, who), project=people.project)
    assert caught.value.code == code
    assert not sent


def test_nobody_asks_twice_at_once(people: SimpleNamespace, sent: list[Any]) -> None:
    request = services.ask_to_join(person=people.stranger, project=people.project)
    with pytest.raises(Conflict) as caught:
        services.ask_to_join(person=people.stranger, project=people.project)
    assert caught.value.code == "already_asked"
    services.withdraw_request(actor=people.stranger, request=request)
    services.ask_to_join(person=people.stranger, project=people.project)
    assert JoinRequest.objects.count() == 2


def test_a_message_can_be_too_long(people: SimpleNamespace) -> None:
    with pytest.raises(Invalid):
        services.ask_to_join(person=people.stranger, project=people.project, message="a" * 1001)


# The state machine: every status × every action. Whatever is not here is refused.
MOVES = {
    ("pending", "accept"): "accepted",
    ("pending", "decline"): "declined",
    ("pending", "withdraw"): "withdrawn",
}


@pytest.mark.parametrize("action", ["accept", "decline", "withdraw"])
@pytest.mark.parametrize("status", JoinRequest.Status.values)
def test_every_move_of_a_request(
    people: SimpleNamespace, sent: list[Any], status: str, action: str
) -> None:
    request = make_request(person=people.stranger, project=people.project, status=status)
    actor = people.stranger if action == "withdraw" else people.owner
    move = getattr(services, f"{action}_request")
    after = MOVES.get((status, action))
    if after:
        before = timezone.now()
        move(actor=actor, request=request)
        request.refresh_from_db()
        assert (request.status, request.decided_by) == (after, actor)
        assert request.decided_at is not None
        assert request.decided_at >= before
        kind = f"join_{after}"
        assert sent == [(kind, {"request": request.pk}, f"{kind}:{request.pk}")]
    else:
        with pytest.raises(Conflict) as caught:
            move(actor=actor, request=request)
        assert caught.value.code == "not_pending"
        before_status = request.status
        request.refresh_from_db()
        assert request.status == before_status
        assert not sent
    in_team = people.project.memberships.filter(person=people.stranger).exists()
    assert in_team == (after == "accepted")


@pytest.mark.parametrize(
    ("action", "allowed"),
    [
        ("accept", {"owner", "staff"}),
        ("decline", {"owner", "staff"}),
        ("withdraw", {"asker"}),
    ],
)
@pytest.mark.parametrize("who", ["owner", "member", "stranger", "staff", "asker"])
def test_who_moves_a_request(
    people: SimpleNamespace, action: str, allowed: set[str], who: str
) -> None:
    people.asker = make_person()
    request = make_request(person=people.asker, project=people.project)
    move = getattr(services, f"{action}_request")
    if who in allowed:
        move(actor=getattr(people, who), request=request)
        return
    with pytest.raises(NotAllowed):
        move(actor=getattr(people, who), request=request)
    request.refresh_from_db()
    assert request.status == "pending"


def test_a_request_that_is_gone_cannot_move(people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    gone = JoinRequest.objects.get(pk=request.pk)
    request.delete()
    for move in (services.accept_request, services.decline_request):
        with pytest.raises(NotFound):
            move(actor=people.owner, request=gone)


def test_accepting_takes_a_seat_and_makes_a_new_version(people: SimpleNamespace) -> None:
    request = make_request(project=people.project)
    membership = services.accept_request(actor=people.owner, request=request)
    assert (membership.person, membership.role) == (request.person, "member")
    people.project.refresh_from_db()
    assert people.project.version == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [({"seats": 1}, "no_seat"), ({"status": "building"}, "not_open")],
)
def test_what_stands_against_accepting(
    people: SimpleNamespace, sent: list[Any], change: dict[str, Any], code: str
) -> None:
    request = make_request(project=people.project)
    Project.objects.filter(pk=people.project.pk).update(**change)
    with pytest.raises(Conflict) as caught:
        services.accept_request(actor=people.owner, request=request)
    assert caught.value.code == code
    request.refresh_from_db()
    assert request.status == "pending"  # the transaction took the move back
    assert not sent


def test_nobody_is_accepted_into_a_team_twice(people: SimpleNamespace) -> None:
    request = make_request(person=people.member, project=people.project)
    with pytest.raises(Conflict) as caught:
        services.accept_request(actor=people.owner, request=request)
    assert caught.value.code == "already_member"


def test_leaving_a_team(people: SimpleNamespace, sent: list[Any]) -> None:
    services.leave_project(person=people.member, project=people.project)
    assert not people.project.memberships.filter(person=people.member).exists()
    people.project.refresh_from_db()
    assert people.project.version == 2
    payload = {"project": people.project.pk, "person": people.member.pk}
    key = f"member_left:{people.project.pk}:{people.member.pk}:2"
    assert sent == [("member_left", payload, key)]
    with pytest.raises(NotAllowed):
        services.leave_project(person=people.member, project=people.project)


def test_an_owner_stays(people: SimpleNamespace) -> None:
    with pytest.raises(Conflict) as caught:
        services.leave_project(person=people.owner, project=people.project)
    assert caught.value.code == "owner_stays"


def write(people: SimpleNamespace, **changes: Any) -> Post:
    values = {"author": people.member, "project": people.project, "kind": "progress"}
    return services.write_post(**(values | {"title": "News", "body": "It works."} | changes))


def test_writing_a_post(people: SimpleNamespace) -> None:
    blocker = write(people, kind="blocker")
    solution = write(people, kind="solution", solves=blocker, author=people.owner)
    assert solution.solves == blocker


def test_who_cannot_post(people: SimpleNamespace) -> None:
    for who in (people.stranger, people.staff):
        with pytest.raises(NotAllowed):
            write(people, author=who)
    Project.objects.update(status="draft")
    people.project.refresh_from_db()
    with pytest.raises(NotFound):
        write(people, author=people.stranger)


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "rumor"), ("title", ""), ("body", "a" * 5001), ("body", "\x00")]
)
def test_a_wrong_value_of_a_post_is_named(people: SimpleNamespace, field: str, value: str) -> None:
    with pytest.raises(Invalid) as caught:
        write(people, **{field: value})
    assert caught.value.field == field


def test_only_a_solution_solves_only_a_blocker_of_the_same_project(
    people: SimpleNamespace,
) -> None:
    blocker = write(people, kind="blocker")
    wrong = [
        {"kind": "progress", "solves": blocker},
        {"kind": "solution", "solves": write(people)},
        {"kind": "solution", "solves": make_post(kind="blocker")},
    ]
    for values in wrong:
        with pytest.raises(Invalid) as caught:
            write(people, **values)
        assert caught.value.field == "solves"


def test_a_project_or_blocker_that_is_gone(people: SimpleNamespace) -> None:
    blocker = write(people, kind="blocker")
    gone = Post.objects.get(pk=blocker.pk)
    blocker.delete()
    with pytest.raises(NotFound):
        write(people, kind="solution", solves=gone)
    project = Project.objects.get()
    people.project.delete()
    with pytest.raises(NotFound):
        write(people, project=project)
    with pytest.raises(NotFound):
        services.ask_to_join(person=people.stranger, project=project)


def test_deleting_posts(people: SimpleNamespace) -> None:
    for who in (people.member, people.owner, people.staff):
        services.delete_post(actor=who, post=write(people))
    post = write(people)
    with pytest.raises(NotAllowed):
        services.delete_post(actor=people.stranger, post=post)
    services.delete_post(actor=people.member, post=post)
    with pytest.raises(NotFound):
        services.delete_post(actor=people.member, post=post)


def test_the_unverified_write_nothing(people: SimpleNamespace) -> None:
    Person.objects.update(email_verified_at=None)
    owner, member, asker = (
        Person.objects.get(pk=p.pk) for p in (people.owner, people.member, people.stranger)
    )
    project = Project.objects.get()
    request = make_request(person=asker, project=project)
    post = make_post(project=project, author=member)
    attempts: list[Callable[[], Any]] = [
        lambda: announce(owner=owner),
        lambda: services.update_project(actor=owner, project=project, title="New"),
        lambda: services.delete_project(actor=owner, project=project),
        lambda: services.ask_to_join(person=asker, project=project),
        lambda: services.accept_request(actor=owner, request=request),
        lambda: services.decline_request(actor=owner, request=request),
        lambda: services.withdraw_request(actor=asker, request=request),
        lambda: services.leave_project(person=member, project=project),
        lambda: write(people, author=member),
        lambda: services.delete_post(actor=member, post=post),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed) as caught:
            attempt()
        assert caught.value.code == "not_verified"
    assert Project.objects.get().memberships.count() == 2


def test_a_failed_write_sends_nothing(people: SimpleNamespace) -> None:
    """The message is written inside the transaction of what it tells."""
    seen = []

    def put(**message: Any) -> None:
        seen.append(connection.in_atomic_block)
        raise RuntimeError("The outbox is broken.")

    with pytest.MonkeyPatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(outbox, "put", put)
        services.ask_to_join(person=people.stranger, project=people.project)
    assert seen == [True]
    assert not JoinRequest.objects.exists()


# --- In the same moment: row locks are PostgreSQL's to give ---------------------------------


def together(*writes: Callable[[], Any]) -> list[str]:
    """Run writes in threads that start at once; return what came of each."""
    barrier = threading.Barrier(len(writes))
    results = [""] * len(writes)

    def run(index: int) -> None:
        try:
            barrier.wait(timeout=10)
            writes[index]()
            results[index] = "done"
        except BoardError as error:
            results[index] = error.code
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(writes))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(results)


ROUNDS = 10  # a race that is lost once in ten still shows


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_request_moves_once() -> None:
    owner, person = make_person(), make_person()
    for _ in range(ROUNDS):
        request = make_request(person=person, project=make_project(owner=owner))
        results = together(
            partial(services.accept_request, actor=owner, request=request),
            partial(services.withdraw_request, actor=person, request=request),
            partial(services.decline_request, actor=owner, request=request),
        )
        assert results == ["done", "not_pending", "not_pending"]
        request.refresh_from_db()
        in_team = request.project.memberships.filter(person=person).exists()
        assert in_team == (request.status == "accepted")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_last_seat_goes_to_one() -> None:
    owner = make_person()
    for _ in range(ROUNDS):
        project = make_project(owner=owner, seats=1)
        first, second = make_request(project=project), make_request(project=project)
        results = together(
            partial(services.accept_request, actor=owner, request=first),
            partial(services.accept_request, actor=owner, request=second),
        )
        assert results == ["done", "no_seat"]
        assert project.memberships.filter(role="member").count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_person_asks_once() -> None:
    person = make_person()
    for _ in range(ROUNDS):
        project = make_project()
        ask = partial(services.ask_to_join, person=person, project=project)
        assert together(ask, ask, ask) == ["already_asked", "already_asked", "done"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_no_update_is_lost() -> None:
    owner = make_person()
    for _ in range(ROUNDS):
        project = make_project(owner=owner)
        update = partial(services.update_project, actor=owner, project=project, expected_version=1)
        results = together(partial(update, title="A"), partial(update, title="B"))
        assert results == ["done", "stale_version"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_seats_and_members_agree_whoever_comes_first() -> None:
    owner = make_person()
    for _ in range(ROUNDS):
        project = make_project(owner=owner, members=(make_person(),), seats=2)
        request = make_request(project=project)
        together(
            partial(services.accept_request, actor=owner, request=request),
            partial(services.update_project, actor=owner, project=project, seats=1),
        )
        project.refresh_from_db()
        assert project.memberships.filter(role="member").count() <= project.seats
