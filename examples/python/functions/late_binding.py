from collections.abc import Callable
from functools import partial

PEOPLE = ["Ada", "Lin", "Sam"]


def mail(person: str) -> str:
    """Write to one person."""
    return f"mail {person}"


def mailer(person: str) -> Callable[[], str]:
    """Give each function its own scope, with its own person."""
    return lambda: mail(person)


late = []
for person in PEOPLE:
    late.append(lambda: mail(person))  # noqa: B023
print("late:   ", [send() for send in late])

with_default = [lambda person=person: mail(person) for person in PEOPLE]
print("default:", [send() for send in with_default])

with_factory = [mailer(person) for person in PEOPLE]
print("factory:", [send() for send in with_factory])

with_partial = [partial(mail, person) for person in PEOPLE]
print("partial:", [send() for send in with_partial])
