import pytest

from methods import ArchivedProject, Project


def test_summary_names_slug_and_owner():
    assert Project("farm-market", "Ada").summary() == "farm-market by Ada"


def test_from_line_slugifies_the_title_and_strips_the_owner():
    project = Project.from_line("Farm  Market ,  Ada ")
    assert (project.slug, project.owner) == ("farm-market", "Ada")


def test_from_line_builds_the_class_it_is_called_on():
    assert type(ArchivedProject.from_line("Old Shop, Lin")) is ArchivedProject


def test_from_line_refuses_a_line_without_an_owner():
    with pytest.raises(ValueError):
        Project.from_line("Farm Market")


def test_slugify_needs_no_instance():
    assert Project.slugify("Clinic Queue") == "clinic-queue"
