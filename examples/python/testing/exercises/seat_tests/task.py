import pytest


class TeamFull(Exception):
    """All seats are taken."""


def check_team(team_class: type) -> None:
    """Check one kind of team, as a test would."""
    team = team_class(seats=2)
    team.join("Ada")
    assert team.members == ["Ada"]
