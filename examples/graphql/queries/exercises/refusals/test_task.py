import pytest

from task import PROJECTS, Row, schema

ASK = """
mutation($slug: ID!) {
  askToJoin(slug: $slug) { ... on Joined { seatsLeft } ... on Refusal { code } }
}
"""


@pytest.fixture(autouse=True)
def rows():
    """Begin each test with the same projects."""
    PROJECTS.clear()
    PROJECTS.update(
        bus=Row(is_open=True, seats=2),
        full=Row(is_open=True, seats=0),
        done=Row(is_open=False, seats=0),
        draft=Row(is_open=False, seats=5),
    )


def ask(slug):
    """Ask to join and return the result."""
    result = schema.execute_sync(ASK, variable_values={"slug": slug})
    assert not result.errors, f"a refusal is data, not an error: {result.errors[0].message}"
    return result.data["askToJoin"]


def test_a_seat_is_taken():
    assert ask("bus") == {"seatsLeft": 1}
    assert ask("bus") == {"seatsLeft": 0}, "the last seat is a seat"


@pytest.mark.parametrize(
    ("slug", "code"),
    [("nothing", "not_found"), ("full", "full"), ("draft", "closed"), ("done", "closed")],
)
def test_a_refusal_says_why(slug, code):
    assert ask(slug) == {"code": code}


def test_a_refusal_changes_nothing():
    for slug in ("full", "draft"):
        before = PROJECTS[slug].seats
        ask(slug)
        assert PROJECTS[slug].seats == before, f"{slug} was refused, and yet it lost a seat"
