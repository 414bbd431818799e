# needs: board
import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Person
from projects import services

client = Client(SERVER_NAME="localhost")
owner = Person.objects.exclude(email_verified_at=None).order_by("id")[0]


def show(label: str, query: str = "") -> None:
    """Ask for the list of projects; print how many queries that took."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/api/v2/projects/{query}")
    print(f"{label}: {answer.status_code}, {len(queries)} queries")


show("first")
show("again")
show("open ones", "?status=open")
show("search, never kept", "?search=board")
show("search again", "?search=board")

services.announce_project(owner=owner, title="Tea timer", pitch="Says when.")
show("after a write")
show("again")
