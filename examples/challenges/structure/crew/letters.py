"""The e-mails: sent when the transaction has committed, so none is about a change undone."""

from functools import partial

from django.core.mail import send_mail
from django.db import transaction

from crew.models import JoinRequest


def asked(join: JoinRequest) -> None:
    project = join.project
    subject = f"{join.person.username} asks to join {project.title}"
    _send(subject, f"{join.message}\n\nAccept or decline it on the board.", project.owner.email)


def accepted(join: JoinRequest) -> None:
    subject = f"{join.project.title} has accepted your request"
    _send(subject, "Say hello to the team.", join.person.email)


def declined(join: JoinRequest) -> None:
    subject = f"{join.project.title} has declined your request"
    _send(subject, "Other projects look for people too.", join.person.email)


def _send(subject: str, text: str, to: str) -> None:
    transaction.on_commit(partial(send_mail, subject, text, None, [to]))
