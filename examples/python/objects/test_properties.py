import pytest

from properties import Project


def test_pitch_is_stripped():
    assert Project("farm-market", "  Sell crops ").pitch == "Sell crops"


@pytest.mark.parametrize("pitch", ["", "   ", "\n"])
def test_empty_pitch_is_refused_at_creation(pitch):
    with pytest.raises(ValueError, match="empty"):
        Project("farm-market", pitch)


def test_refused_pitch_leaves_the_old_one():
    project = Project("farm-market", "Sell crops")
    with pytest.raises(ValueError):
        project.pitch = " "
    assert project.pitch == "Sell crops"


def test_slug_is_read_only():
    project = Project("farm-market", "Sell crops")
    with pytest.raises(AttributeError):
        project.slug = "other"
    assert project.slug == "farm-market"
