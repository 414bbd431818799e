import pytest

from task import Team


@pytest.fixture
def team():
    return Team(["Ada", "Lin"], seats=3)


def test_a_team_starts_with_its_members(team):
    assert len(team) == 2, "the team is empty: keep the members that __init__ receives"
    assert list(team) == ["Ada", "Lin"], "a loop gives the names in the order of joining"
    assert "Ada" in team, "`in` calls __contains__"
    assert "Sam" not in team, "Sam never joined"


def test_two_teams_share_nothing(team):
    other = Team(["Kim"], seats=2)
    team.join("Sam")
    assert list(other) == ["Kim"], "each team needs a list of its own, made in __init__"


def test_a_person_joins(team):
    team.join("Sam")
    assert list(team) == ["Ada", "Lin", "Sam"], "a new person comes last"


def test_free_seats_follow_the_members(team):
    assert team.free == 1, "3 seats, 2 members: one seat is free"
    team.join("Sam")
    assert team.free == 0, "count the free seats when someone asks, not once in __init__"


def test_free_cannot_be_assigned(team):
    with pytest.raises(AttributeError):
        team.free = 9


def test_a_full_team_refuses_and_stays_as_it_was(team):
    team.join("Sam")
    with pytest.raises(ValueError):
        team.join("Kim")
    assert list(team) == ["Ada", "Lin", "Sam"], "a refused person is not added"


def test_nobody_joins_twice(team):
    with pytest.raises(ValueError):
        team.join("Ada")
    assert list(team) == ["Ada", "Lin"], "a refused person is not added"


def test_the_list_of_the_caller_stays_the_callers():
    names = ["Ada"]
    team = Team(names, seats=3)
    names.append("Eve")
    assert list(team) == ["Ada"], "the caller's list changed the team: store a copy"
    team.join("Sam")
    assert names == ["Ada", "Eve"], "the team changed the caller's list: store a copy"
