import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from catalog import Person, Post, Project
from task import news_page


@pytest.fixture(autouse=True)
def undone():
    """Undo what a test writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def announce(number):
    """Save so many projects; each has its own owner, two blockers and one progress post."""
    for n in range(number):
        owner = Person.objects.create(name=f"Owner {n}")
        project = Project.objects.create(title=f"Project {n}", owner=owner)
        for kind, title in [("blocker", "CORS"), ("progress", "List page"), ("blocker", "Login")]:
            Post.objects.create(project=project, kind=kind, title=title)


def test_blockers_only():
    announce(2)
    Project.objects.create(title="Quiet", owner=Person.objects.first())
    assert news_page() == [
        "Project 0 by Owner 0: CORS, Login",
        "Project 1 by Owner 1: CORS, Login",
        "Quiet by Owner 0: no blockers",
    ]


@pytest.mark.parametrize("number", [3, 30])
def test_two_queries_for_any_number(number):
    announce(number)
    with CaptureQueriesContext(connection) as queries:
        news_page()
    assert len(queries) == 2, f"{len(queries)} queries for {number} projects, not 2"


def test_no_projects():
    assert news_page() == [], "no projects make no lines"
