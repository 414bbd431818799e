import pytest

from task import TeamFull, check_team


class Team:
    """The right one; the broken ones change one method each."""

    def __init__(self, seats):
        self.seats = seats
        self.members = []

    def is_full(self):
        return len(self.members) >= self.seats

    def join(self, name):
        if self.is_full():
            raise TeamFull(name)
        self.members.append(name)


class OneTooFew(Team):
    def is_full(self):
        return len(self.members) >= self.seats - 1


class OneTooMany(Team):
    def is_full(self):
        return len(self.members) > self.seats


class ChangesBeforeItRefuses(Team):
    def join(self, name):
        full = self.is_full()
        self.members.append(name)
        if full:
            raise TeamFull(name)


class SaysNothing(Team):
    def join(self, name):
        if not self.is_full():
            self.members.append(name)


def finds_a_fault(team_class):
    """Whether the checks fail for this class, in whatever way a test can fail."""
    try:
        check_team(team_class)
    except (AssertionError, pytest.fail.Exception, TeamFull):
        return True
    return False


def test_the_right_team_passes():
    check_team(Team)


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        pytest.param(OneTooFew, "one seat too few", id="one seat too few"),
        pytest.param(OneTooMany, "one seat too many", id="one seat too many"),
        pytest.param(ChangesBeforeItRefuses, "it adds, then refuses", id="adds, then refuses"),
        pytest.param(SaysNothing, "a full team says nothing", id="says nothing"),
    ],
)
def test_a_broken_team_is_caught(broken, fault):
    assert finds_a_fault(broken), f"{fault}: your checks found nothing wrong"
