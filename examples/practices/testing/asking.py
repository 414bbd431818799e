# needs: board
"""A new rule, test first: nobody has more than five requests open at once."""

from collections.abc import Callable

import django

django.setup()

from people.models import Person
from projects import services
from projects.errors import BoardError
from projects.models import Project


def check(ask: Callable[..., object], title: str) -> None:
    """Ask to join projects until somebody says no, and compare with the rule."""
    eve = Person.objects.create_user(f"{title}@example.org", name="Eve")
    eve.email_verified_at = eve.created_at
    eve.save()
    allowed, refusal = 0, "none"
    for project in Project.objects.filter(status="open").order_by("pk")[:7]:
        try:
            ask(person=eve, project=project)
            allowed += 1
        except BoardError as error:
            refusal = error.code
            break
    verdict = "PASSED" if (allowed, refusal) == (5, "too_many_open") else "FAILED"
    print(f"{title:6} {verdict}: {allowed} requests open, refusal: {refusal}")


if __name__ == "__main__":
    check(services.ask_to_join, "red")
