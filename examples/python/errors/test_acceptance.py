import pytest

from acceptance import Project, ProjectFull, accept_all, all_or_nothing
from board_errors import NotAllowed


def test_everybody_is_accepted() -> None:
    nexus = Project("nexus", owner="Ada", places=2)
    assert accept_all(nexus, "Ada", ["Lin", "Sam"]) == 2
    assert nexus.members == {"Lin", "Sam"}


def test_one_refusal_undoes_all_of_this_call_only() -> None:
    nexus = Project("nexus", owner="Ada", places=2, members={"Kim"})
    with pytest.raises(ProjectFull, match="no place for Sam"):
        accept_all(nexus, "Ada", ["Lin", "Sam"])
    assert nexus.members == {"Kim"}


def test_accepting_a_member_again_takes_no_place() -> None:
    nexus = Project("nexus", owner="Ada", places=1, members={"Lin"})
    assert accept_all(nexus, "Ada", ["Lin"]) == 1


def test_only_the_owner_accepts() -> None:
    nexus = Project("nexus", owner="Ada", places=2)
    with pytest.raises(NotAllowed) as caught:
        accept_all(nexus, "Sam", ["Sam"])
    assert caught.value.person == "Sam"
    assert nexus.members == set()


def test_even_ctrl_c_changes_nothing() -> None:
    nexus = Project("nexus", owner="Ada", places=2)
    with pytest.raises(KeyboardInterrupt), all_or_nothing(nexus) as members:
        members.add("Lin")
        raise KeyboardInterrupt
    assert nexus.members == set()
