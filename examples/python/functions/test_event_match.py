import pytest

from event_match import react


def test_one_skill_leaves_no_more_skills():
    event = {"type": "requested", "person": "Ada", "skills": ["SQL"]}
    assert react(event) == "Ada asks to join with SQL and 0 more skills"


def test_a_string_is_not_a_sequence_of_skills():
    event = {"type": "requested", "person": "Ada", "skills": "SQL"}
    assert react(event) == "Ada asks to join"


def test_extra_keys_are_ignored():
    event = {"type": "decided", "status": "accepted", "by": "Lin"}
    assert react(event) == "the owner has accepted a request"


@pytest.mark.parametrize(
    ("days", "news"), [(30, "no news"), (31, "withdrawn after 31 days")]
)
def test_the_guard_decides_at_thirty_days(days, news):
    assert react({"type": "withdrawn", "days": days}).startswith(news)


@pytest.mark.parametrize("event", [None, "requested", [], {}, {"person": "Ada"}])
def test_anything_else_is_no_news(event):
    assert react(event) == f"no news in {event}"
