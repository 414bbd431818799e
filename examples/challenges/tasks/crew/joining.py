"""What all ways share: the row, the last check of the transaction, and the letter."""

from django.core.mail import EmailMessage

from crew import faults, mailserver
from crew.models import JoinRequest


class Conflict(Exception):
    """The state of things stands against it; the request is answered with 409."""


def save(number: int) -> JoinRequest:
    return JoinRequest.objects.create(number=number)


def last_check(number: int) -> None:
    """Stands for what a transaction does after the mail: another rule, another row."""
    if faults.strikes("the transaction is rolled back", number):
        raise Conflict("the last seat was taken meanwhile")


def send_letter(number: int) -> None:
    join = JoinRequest.objects.get(number=number)
    EmailMessage(
        subject="Somebody asks to join your project",
        body="Accept or decline it on the board.",
        to=["owner@example.org"],
        headers={"X-Number": str(join.number)},
        connection=mailserver.Backend(),  # in a project: the setting EMAIL_BACKEND
    ).send()
