import pytest

from substitution import Project, SoloProject, fill


def test_fill_stops_when_there_is_no_room():
    assert fill(Project(seats=2), ["Sam", "Lin", "Ada"]) == ["Sam", "Lin"]


def test_no_seats_means_no_members():
    assert fill(Project(seats=0), ["Sam"]) == []


def test_a_subclass_that_refuses_breaks_its_callers():
    with pytest.raises(NotImplementedError):
        fill(SoloProject(seats=1), ["Sam"])
