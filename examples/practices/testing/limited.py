# needs: board
"""The smallest change that turns the test green, beside one that only looks right."""

from asking import check
from people.models import Person
from projects import services
from projects.errors import Conflict
from projects.models import JoinRequest, Project

MOST_OPEN = 5


def ask_almost(*, person: Person, project: Project) -> JoinRequest:
    """Refuse from the limit on; written with the wrong comparison."""
    if person.join_requests.filter(status="pending").count() > MOST_OPEN:
        raise Conflict("Wait for an answer to one of your requests.", code="too_many_open")
    return services.ask_to_join(person=person, project=project)


def ask(*, person: Person, project: Project) -> JoinRequest:
    """Ask to join, unless five requests of this person wait for an answer."""
    if person.join_requests.filter(status="pending").count() >= MOST_OPEN:
        raise Conflict("Wait for an answer to one of your requests.", code="too_many_open")
    return services.ask_to_join(person=person, project=project)


check(ask_almost, "almost")
check(ask, "green")
