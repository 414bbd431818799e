import pytest

from accepting import JoinRequest, Project, Refused, accept


@pytest.fixture
def asked() -> JoinRequest:
    return JoinRequest("Lin", Project(owner="Ada", seats=1))


def test_the_owner_lets_a_person_in(asked):
    accept(asked, by="Ada")
    assert asked.status == "accepted"
    assert asked.project.members == ["Lin"]


def test_only_the_owner_accepts(asked):
    with pytest.raises(Refused, match="only the owner"):
        accept(asked, by="Lin")
    assert (asked.status, asked.project.members) == ("pending", [])


def test_a_full_team_changes_nothing(asked):
    asked.project.members.append("Sam")
    with pytest.raises(Refused, match="full"):
        accept(asked, by="Ada")
    assert (asked.status, asked.project.members) == ("pending", ["Sam"])


@pytest.mark.parametrize("status", ["accepted", "declined", "withdrawn"])
def test_an_answer_is_final(asked, status):
    asked.status = status
    with pytest.raises(Refused, match=status):
        accept(asked, by="Ada")
    assert (asked.status, asked.project.members) == (status, [])
