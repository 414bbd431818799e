import pytest


class Team:
    def __init__(self) -> None:
        self.members = ["Ada"]

    def join(self, name: str) -> None:
        self.members.append(name)
        raise ValueError("the team is full")


def test_a_full_team_stays_as_it_was() -> None:
    team = Team()
    with pytest.raises(ValueError, match="full"):
        team.join("Lin")
        assert team.members == ["Ada"]


test_a_full_team_stays_as_it_was()
print("passed")
