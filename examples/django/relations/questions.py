# needs: board
import django

django.setup()

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Project


def ask(what: str, question: Callable[[], Any]) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = question()
    sql = queries[0]["sql"].replace('"', "").replace("projects_project", "p")
    columns = sql.partition(" FROM")[0].count(",") + 1
    limit = "LIMIT" if "LIMIT" in sql else "all rows"
    print(f"{what:9} {answer!s:5} {columns:2} column(s), {limit}: {sql[:28]}…")


projects = Project.objects.filter(status="open").order_by()
one = projects.first()
ask("exists", lambda: projects.exists())
ask("count", lambda: projects.count())
ask("contains", lambda: projects.contains(one))
ask("len", lambda: len(projects.all()))
ask("bool", lambda: bool(projects.all()))
ask("in", lambda: one in projects.all())
