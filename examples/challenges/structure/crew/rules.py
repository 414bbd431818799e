"""Who may do what. Whether the state of things allows it is for the services to say."""

from django.contrib.auth.models import User

from crew.errors import NotAllowed
from crew.models import Project


def can_decide(person: User, project: Project) -> bool:
    return person.is_staff or project.owner_id == person.pk


def require_decider(person: User, project: Project) -> None:
    if not can_decide(person, project):
        raise NotAllowed
