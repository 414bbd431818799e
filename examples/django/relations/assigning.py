from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from team import Membership, Person, Project

ada = Person.objects.create(name="Ada")
market = Project.objects.create(title="Farm market", owner=ada)
market.team.add(ada, through_defaults={"role": "lead"})


def attempt(step: Callable[[], Any]) -> None:
    try:
        with transaction.atomic():  # without it, PostgreSQL refuses every query that follows
            step()
    except (TypeError, ValueError, IntegrityError) as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: [project.title for project in ada.owned_projects])
attempt(lambda: setattr(market, "team", [ada]))
attempt(lambda: Project.objects.create(title="Clinic queue", owner=Person(name="Noor")))
attempt(lambda: Membership.objects.create(project=market, person=ada, role="design"))
attempt(lambda: market.team.add(ada, through_defaults={"role": "design"}))
print("add() of one who is in: no error, role still", market.memberships.get().role)
