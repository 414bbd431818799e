import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from catalog import Membership, Person, Post, Project
from task import busiest


@pytest.fixture(autouse=True)
def undone():
    """Undo what a test writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def announce(title, team, kinds):
    """Save a project with a team of so many people and posts of these kinds."""
    owner = Person.objects.create(name="Ada")
    project = Project.objects.create(title=title, owner=owner)
    for _ in range(team):
        Membership.objects.create(project=project, person=Person.objects.create(name="Sam"))
    for kind in kinds:
        Post.objects.create(project=project, kind=kind, title="News")


def test_both_numbers_are_right():
    announce("Farm market", 3, ["blocker", "blocker", "progress"])
    assert busiest() == [("Farm market", 3, 2)], "3 people and 2 blockers: did they multiply?"


def test_the_quiet_ones_are_there_too():
    announce("Alone", 0, ["blocker"])
    announce("Silent", 2, [])
    announce("Calm", 0, ["progress"])
    assert busiest() == [("Silent", 2, 0), ("Alone", 0, 1), ("Calm", 0, 0)]


def test_one_query():
    for number in range(4):
        announce(f"Project {number}", 1, ["blocker"])
    with CaptureQueriesContext(connection) as queries:
        busiest()
    assert len(queries) == 1, f"{len(queries)} queries, one is enough"
