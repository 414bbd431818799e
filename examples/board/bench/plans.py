"""Fills the database of one run and plans its requests: `python -m bench.plans 1000 FOLDER`.

A plan is what the users in `users.py` send, each in a file of its own.
"""

import json
import os
import random
import sys
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

PAGE = """query { projects(first: 20) { edges { node {
  slug title status owner { name } skills { name } memberCount } } pageInfo { hasNextPage } } }"""
RARE = "kaleidoscope"  # in no seeded text
JOINERS = 100
COLD = {"X-Bench-Cold": "1"}

Request = dict[str, Any]


def get(path: str) -> Request:
    """Plan to read a page of the board's API."""
    return {"method": "GET", "url": path, "headers": {"Accept": "application/json"}}


def post(path: str, body: object, **headers: str) -> Request:
    """Plan to send JSON."""
    headers["Content-Type"] = headers["Accept"] = "application/json"
    return {"method": "POST", "url": path, "headers": headers, "data": json.dumps(body)}


def seed(projects: int) -> None:
    """Create the tables and the rows."""
    call_command("migrate", verbosity=0)
    call_command("seed", projects=projects, verbosity=0, stdout=sys.stderr)


def readings() -> dict[str, list[Request]]:
    """Plan what anonymous readers ask for."""
    from projects.models import Project
    from projects.services import announce_project

    public = Project.objects.exclude(status=Project.Status.DRAFT)
    slugs = list(public.order_by("?").values_list("slug", flat=True)[:200])
    owner = Project.objects.select_related("owner")[0].owner
    announce_project(owner=owner, title=f"A {RARE}", pitch="Turns and never repeats.")
    return {
        "list": [get("/api/v2/projects/")],
        "list in v1": [get("/api/v1/projects/")],
        "naive list": [get("/naive/projects/")],
        "detail": [get(f"/api/v2/projects/{slug}/") for slug in slugs],
        "search, common word": [get("/api/v2/projects/?search=choir")],
        "search, rare word": [get(f"/api/v2/projects/?search={RARE}")],
        "GraphQL page": [post("/graphql/", {"query": PAGE})],
    }


def joining(chance: random.Random, number: int) -> list[Request]:
    """Plan requests to join, each once: who asks twice is refused."""
    from rest_framework.authtoken.models import Token

    from people.models import Person
    from projects.models import Membership, Project

    people = list(Person.objects.filter(email_verified_at__isnull=False)[:JOINERS])
    Token.objects.bulk_create(
        [Token(user=person, key=Token.generate_key()) for person in people], ignore_conflicts=True
    )
    tokens = dict(Token.objects.values_list("user_id", "key"))
    taken = set(Membership.objects.filter(person__in=people).values_list("person", "project"))
    taken |= set(
        Person.objects.filter(pk__in=tokens, join_requests__status="pending").values_list(
            "pk", "join_requests__project"
        )
    )
    projects = list(Project.objects.filter(status="open").values_list("pk", "slug")[:1000])
    pairs = [
        (person, slug)
        for person in tokens
        for project, slug in projects
        if (person, project) not in taken
    ]
    return [
        post(
            f"/api/v2/projects/{slug}/requests/",
            {"message": "May I?"},
            Authorization=f"Token {tokens[person]}",
        )
        for person, slug in chance.sample(pairs, min(number, len(pairs)))
    ]


def main(projects: int, folder: Path) -> None:
    """Write every plan, for a warm and for a cold cache."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    seed(projects)
    plans = readings() | {"join": joining(random.Random(7), 40_000)}
    (folder / "plans.json").write_text(json.dumps(plans), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
