# needs: board
import django

django.setup()

from django.core.exceptions import FieldError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Project

ten = Project.objects.order_by("id")[:10]

with CaptureQueriesContext(connection) as queries:
    [project.title for project in ten.only("title")]
print(len(queries), "query: only title, title read")

with CaptureQueriesContext(connection) as queries:
    [f"{project.title}: {project.pitch[:20]}" for project in ten.only("title")]
print(len(queries), "queries: only title, and pitch read")

with CaptureQueriesContext(connection) as queries:
    pairs = list(ten.values_list("title", "owner__name"))
print(len(queries), "query: values_list,", type(pairs[0]).__name__, "and no models")

try:
    list(ten.only("title").select_related("owner"))
except FieldError as error:
    print("FieldError:", error)
