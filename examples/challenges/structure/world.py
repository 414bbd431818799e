"""What the tests and the measurements start from: people, a team, and requests to join."""

import mysite

mysite.start()

from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from crew.models import JoinRequest, Membership, Project, Skill


def reset() -> None:
    mail.outbox = []
    for model in (User, Skill):
        model.objects.all().delete()  # the rest goes with them


def person(name: str) -> User:
    return User.objects.create(username=name, email=f"{name}@example.org")


def project(owner: User, slug: str = "bus-times", **values: object) -> Project:
    new = Project.objects.create(
        owner=owner, slug=slug, title=slug.replace("-", " ").title(), pitch="One app.", **values
    )
    new.skills.add(Skill.objects.get_or_create(slug="django")[0])
    Membership.objects.create(project=new, person=owner, role="owner")
    return new


def request(project: Project, person: User) -> JoinRequest:
    return JoinRequest.objects.create(project=project, person=person)


def client(user: User | None = None) -> APIClient:
    signed_in = APIClient()
    if user:
        token, _ = Token.objects.get_or_create(user=user)
        signed_in.credentials(HTTP_AUTHORIZATION=f"Token {token.key}")
    return signed_in


def queries_for_list(projects: int) -> int:
    ada = person("ada")
    for number in range(projects):
        project(ada, f"project-{number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(client().get("/projects/").json()["results"]) == projects
    return len(queries)
