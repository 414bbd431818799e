import pytest


@pytest.fixture
def members():
    return ["Ada"]


@pytest.fixture(scope="module")
def summary(members):
    return f"{len(members)} member"


def test_counts_members(summary):
    assert summary == "1 member"
