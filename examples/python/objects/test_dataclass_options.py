from dataclasses import FrozenInstanceError, replace

import pytest

from dataclass_options import Project, Skill


def test_each_project_has_its_own_skills():
    first = Project(slug="farm-market", owner="Ada")
    second = Project(slug="clinic-queue", owner="Lin")
    first.skills.append(Skill("css"))
    assert second.skills == []


@pytest.mark.parametrize("seats", [0, -1])
def test_a_project_needs_a_seat(seats):
    with pytest.raises(ValueError, match="at least 1 seat"):
        Project(slug="farm-market", owner="Ada", seats=seats)


def test_replace_checks_again():
    project = Project(slug="farm-market", owner="Ada")
    with pytest.raises(ValueError):
        replace(project, seats=0)


def test_arguments_must_be_named():
    with pytest.raises(TypeError):
        Project("farm-market", "Ada")


def test_skills_are_values():
    assert {Skill("css"), Skill("css")} == {Skill("css")}
    with pytest.raises(FrozenInstanceError):
        Skill("css").name = "sql"


def test_slots_refuse_a_misspelled_attribute():
    project = Project(slug="farm-market", owner="Ada")
    with pytest.raises(AttributeError):
        project.seat = 5


def test_the_key_stays_out_of_the_repr():
    project = Project(slug="farm-market", owner="Ada", api_key="a secret")
    assert "a secret" not in repr(project)
