"""Pages of lists: the connection specification of Relay, and what it leaves open."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from people.models import Person, Skill
from projects.models import Membership, Project
from tests.factories import make_person, make_post, make_project, make_request
from tests.graph_client import ask, errors

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def page(arguments: str, order: str = "NEWEST") -> dict[str, Any]:
    found: dict[str, Any] = ask(
        "{ projects(order: " + order + ", " + arguments + ") { edges { cursor node { slug } }"
        " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
    )["projects"]
    return found


def slugs(found: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in found["edges"]]


def make_projects(number: int = 7) -> list[str]:
    """Save projects of which several share a moment and a title; return them newest first."""
    owner = make_person()
    for n in range(number):
        make_project(
            owner=owner, slug=f"p-{n}", title=f"T {n // 2}", created_at=NOW - timedelta(days=n // 3)
        )
    return list(Project.objects.order_by("-created_at", "-id").values_list("slug", flat=True))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
@pytest.mark.parametrize(
    ("order", "columns"),
    [
        ("NEWEST", ("-created_at", "-id")),
        ("OLDEST", ("created_at", "id")),
        ("TITLE", ("title", "id")),
        ("TITLE_DESCENDING", ("-title", "-id")),
    ],
)
def test_pages_forward_and_backward_show_every_row_once(
    order: str, columns: tuple[str, ...], size: int
) -> None:
    make_projects()
    expected = list(Project.objects.order_by(*columns).values_list("slug", flat=True))
    seen: list[str] = []
    place = ""
    while True:
        found = page(f"first: {size}{place}", order)
        seen += slugs(found)
        place = f', after: "{found["pageInfo"]["endCursor"]}"'
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert seen == expected
    seen, place = [], ""
    while True:
        found = page(f"last: {size}{place}", order)
        seen = slugs(found) + seen
        place = f', before: "{found["pageInfo"]["startCursor"]}"'
        if not found["pageInfo"]["hasPreviousPage"]:
            break
    assert seen == expected


def test_page_info_says_what_lies_around() -> None:
    expected = make_projects()
    edges = page("first: 7")["edges"]
    after, before = edges[1]["cursor"], edges[5]["cursor"]
    for arguments, rows, previous, following in [
        ("first: 7", expected, False, False),
        ("first: 3", expected[:3], False, True),
        (f'first: 3, after: "{after}"', expected[2:5], True, True),
        (f'first: 9, after: "{after}"', expected[2:], True, False),
        ("last: 2", expected[5:], True, False),
        (f'last: 2, before: "{before}"', expected[3:5], True, True),
        (f'last: 9, before: "{before}"', expected[:5], False, True),
        (f'after: "{after}", before: "{before}", first: 2', expected[2:4], True, True),
        (f'after: "{after}", before: "{before}", last: 2', expected[3:5], True, True),
        (f'after: "{after}", before: "{before}"', expected[2:5], True, True),
        (f'before: "{before}"', expected[:5], False, True),
        (f'before: "{before}", first: 5', expected[:5], False, False),
        (f'after: "{after}", last: 5', expected[2:], False, False),
        ("first: 0", [], False, True),
        ("last: 0", [], True, False),
        (f'after: "{edges[6]["cursor"]}"', [], True, False),
    ]:
        found = page(arguments)
        info = found["pageInfo"]
        assert slugs(found) == rows, arguments
        assert (info["hasPreviousPage"], info["hasNextPage"]) == (previous, following), arguments
        cursors = [edge["cursor"] for edge in found["edges"]]
        assert info["startCursor"] == (cursors[0] if cursors else None)
        assert info["endCursor"] == (cursors[-1] if cursors else None)


def test_new_rows_shift_no_page() -> None:
    expected = make_projects()
    first = page("first: 3")
    make_project(slug="newer", created_at=NOW + timedelta(days=1))
    Project.objects.filter(slug=expected[2]).delete()  # even the row of the cursor may go
    second = page(f'first: 3, after: "{first["pageInfo"]["endCursor"]}"')
    assert slugs(second) == expected[3:6]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("first: 1, last: 1", "Give `first` or `last`, not both."),
        ("first: -1", "`first` is from 0 to 100."),
        ("first: 101", "`first` is from 0 to 100."),
        ("last: -1", "`last` is from 0 to 100."),
        ("last: 101", "`last` is from 0 to 100."),
        ('after: ""', "This cursor is not from this list."),
        ('after: "bm9wZQ=="', "This cursor is not from this list."),
        ('before: "a:b:c"', "This cursor is not from this list."),
    ],
)
def test_arguments_that_make_no_page(arguments: str, message: str) -> None:
    make_projects(1)
    query = "{ projects(" + arguments + ") { pageInfo { hasNextPage } } }"
    assert errors(query) == [("invalid", message)]
    nested = f'{{ person(id: "{Person.objects.get().pk}") {query} }}'
    assert errors(nested) == [("invalid", message)]


def test_cursors_are_of_one_order_and_cannot_be_made_up() -> None:
    make_projects()
    cursor = page("first: 1")["pageInfo"]["endCursor"]
    for wrong, order in [(cursor, "TITLE"), (f"x{cursor}", "NEWEST"), (cursor[:-1], "NEWEST")]:
        query = '{ projects(order: %s, after: "%s") { pageInfo { hasNextPage } } }'
        assert errors(query % (order, wrong))[0][0] == "invalid"


def test_default_size_is_a_setting(settings: Any) -> None:
    expected = make_projects()
    settings.GRAPHQL = settings.GRAPHQL | {"PAGE_SIZE": 4}
    found = ask("{ projects { edges { node { slug } } } }")["projects"]
    assert slugs(found) == expected[:4]


# --- Every list, alone and within its owner -----------------------------------------------
def make_board() -> tuple[Person, list[Project]]:
    """Save three projects of one owner, with different numbers of everything."""
    owner = make_person()
    projects = [make_project(owner=owner, slug=f"p-{n}") for n in range(3)]
    for n, project in enumerate(projects):
        for person in [make_person() for _ in range(3 * n)]:
            Membership.objects.create(project=project, person=person)
            make_request(project=project, person=person, status="accepted", decided_by=owner)
            make_post(project=project, author=person)
    return owner, projects


LISTS: list[tuple[str, str, Callable[[Project], Any]]] = [
    ("members", "id", lambda p: p.memberships.order_by("-role", "joined_at", "id")),
    ("posts", "id", lambda p: p.posts.order_by("-created_at", "-id")),
    ("requests", "id", lambda p: p.join_requests.order_by("-created_at", "-id")),
]


@pytest.mark.parametrize(("name", "key", "rows"), LISTS)
@pytest.mark.parametrize("count", ["first: 2", "last: 2"])
def test_lists_within_a_project_are_cut_for_each(
    name: str, key: str, rows: Callable[[Project], Any], count: str
) -> None:
    owner, projects = make_board()
    part = (
        name
        + "("
        + count
        + ") { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } }"
    )
    found = ask("{ projects(order: OLDEST) { edges { node { slug " + part + " } } } }", owner)
    for edge, project in zip(found["projects"]["edges"], projects, strict=True):
        expected = [str(row.pk) for row in rows(project)]
        shown = edge["node"][name]
        cut = expected[:2] if count.startswith("first") else expected[-2:]
        assert [each["node"]["id"] for each in shown["edges"]] == cut
        further = "hasNextPage" if count.startswith("first") else "hasPreviousPage"
        assert shown["pageInfo"][further] is (len(expected) > 2)
        # A page that was cut among others goes on alone.
        if len(expected) > 2 and count.startswith("first"):
            rest = ask(
                "query($slug: ID!, $after: String) { project(slug: $slug) { "
                + name
                + "(after: $after) { edges { node { id } } } } }",
                owner,
                slug=project.slug,
                after=shown["edges"][-1]["cursor"],
            )["project"][name]
            assert [each["node"]["id"] for each in rest["edges"]] == expected[2:]


def test_lists_of_a_person() -> None:
    make_board()
    query = (
        '{ members(project: "p-0") { edges { node { person {'
        " projects(first: 2) { edges { node { slug } } pageInfo { hasNextPage } }"
        " memberships(first: 2) { edges { node { role project { slug } } } } } } } } }"
    )
    [edge] = ask(query)["members"]["edges"]
    person = edge["node"]["person"]
    assert slugs(person["projects"]) == ["p-2", "p-1"]
    assert person["projects"]["pageInfo"]["hasNextPage"] is True
    assert [each["node"]["project"]["slug"] for each in person["memberships"]["edges"]] == [
        "p-2",
        "p-1",
    ]


def test_filters_narrow_the_lists() -> None:
    owner, projects = make_board()
    skill = Skill.objects.create(slug="sql", name="SQL")
    projects[1].skills.add(skill)
    Project.objects.filter(slug="p-2").update(status="building", title="Timetable")
    make_post(project=projects[0], kind="blocker", title="Stuck")
    make_request(project=projects[0])
    for arguments, expected in [
        ("status: BUILDING", ["p-2"]),
        ('skill: "sql"', ["p-1"]),
        ('skill: "none"', []),
        ('search: "timetable"', ["p-2", "p-1", "p-0"]),
        ('search: "TIMEtable everybody"', ["p-2", "p-1", "p-0"]),
        ('search: "nowhere"', []),
        (f'owner: "{owner.pk}"', ["p-2", "p-1", "p-0"]),
        ('owner: "x"', []),
        ('owner: "0"', []),
    ]:
        found = ask("{ projects(" + arguments + ") { edges { node { slug } } } }")
        assert slugs(found["projects"]) == expected, arguments
    posts = ask('{ posts(kind: BLOCKER, project: "p-0") { edges { node { title } } } }')["posts"]
    assert [edge["node"]["title"] for edge in posts["edges"]] == ["Stuck"]
    within = ask('{ project(slug: "p-0") { posts(kind: PROGRESS) { edges { node { id } } } } }')
    assert within["project"]["posts"]["edges"] == []
    requests = "{ requests(status: PENDING) { edges { node { project { slug } } } } }"
    assert [
        edge["node"]["project"]["slug"] for edge in ask(requests, owner)["requests"]["edges"]
    ] == ["p-0"]


def test_skills_are_paged_by_name() -> None:
    for name in ("SQL", "CSS", "HTTP"):
        Skill.objects.create(slug=name.lower(), name=name)
    found = ask("{ skills(first: 2) { edges { node { slug } } pageInfo { hasNextPage } } }")
    assert slugs(found["skills"]) == ["css", "http"]
    assert found["skills"]["pageInfo"]["hasNextPage"] is True
