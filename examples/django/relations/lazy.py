# needs: board
import django

django.setup()

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Project


def count(what: str, step: Callable[[], Any]) -> Any:
    with CaptureQueriesContext(connection) as queries:
        result = step()
    print(len(queries), what)
    return result


projects = count("filter and order", lambda: Project.objects.filter(status="open").order_by("id"))
count("iterate", lambda: [project.slug for project in projects])
count("iterate again: the same query set keeps its rows", lambda: list(projects))
count("len, bool, index: from the rows", lambda: (len(projects), bool(projects), projects[0]))
count("filter again: a new query set", lambda: list(projects.filter(seats=3)))
count(".all(): a new one too", lambda: list(projects.all()))

fresh = Project.objects.filter(status="open")
count("[0] and [1] of one that has no rows yet", lambda: (fresh[0], fresh[1]))
