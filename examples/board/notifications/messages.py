"""What each kind of message says, and to whom.

A builder reads the rows that the payload names at the moment of sending. It returns None
where there is nobody to tell anymore: a row is gone, or its person has left.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from notifications import digests
from people import tokens
from people.models import Person
from projects.models import JoinRequest, Project

Payload = dict[str, Any]


@dataclass
class Message:
    """An e-mail to one person, as a pair of templates and what they show."""

    person: Person
    subject: str
    context: dict[str, Any]
    template: str = "message"
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the subject on one line: titles and names come from people."""
        self.subject = " ".join(self.subject.split())[:250]

    def render(self) -> tuple[str, str]:
        """Return the text and the HTML."""
        context = {"subject": self.subject, "person": self.person, **self.context}
        base = f"notifications/{self.template}"
        return render_to_string(f"{base}.txt", context), render_to_string(f"{base}.html", context)


def build(kind: str, payload: Payload) -> Message | None:
    """Return the message of this kind, or None where there is nobody to tell.

    Raises:
        KeyError: Nobody has said what this kind means: the message ends as a dead letter,
            to be replayed when a release knows it.
    """
    message = BUILDERS[kind](payload)
    return message if message and message.person.is_active else None


def page(path: str) -> str:
    """Return the address of a page of the front end."""
    return f"{settings.FRONTEND_URL}/{path}"


def _join_requested(payload: Payload) -> Message | None:
    return _about_request(payload, "{person} asks to join {project}", to_owner=True, quote=True)


def _join_withdrawn(payload: Payload) -> Message | None:
    return _about_request(payload, "{person} no longer asks to join {project}", to_owner=True)


def _join_accepted(payload: Payload) -> Message | None:
    return _about_request(payload, "You are in the team of {project}")


def _join_declined(payload: Payload) -> Message | None:
    return _about_request(payload, "{project} has declined your request to join")


def _about_request(
    payload: Payload, subject: str, *, to_owner: bool = False, quote: bool = False
) -> Message | None:
    requests = JoinRequest.objects.select_related("person", "project__owner")
    request = requests.filter(pk=payload["request"]).first()
    if request is None:
        return None
    project = request.project
    return Message(
        person=project.owner if to_owner else request.person,
        subject=subject.format(person=request.person.name, project=project.title),
        context={
            "quote": request.message if quote else "",
            "link": page(f"projects/{project.slug}"),
            "action": "See the project",
        },
    )


def _member_left(payload: Payload) -> Message | None:
    project = Project.objects.select_related("owner").filter(pk=payload["project"]).first()
    member = Person.objects.filter(pk=payload["person"]).first()
    if project is None or member is None:
        return None
    return Message(
        person=project.owner,
        subject=f"{member.name} has left the team of {project.title}",
        context={"link": page(f"projects/{project.slug}"), "action": "See the project"},
    )


def _verify_email(payload: Payload) -> Message | None:
    person = Person.objects.filter(pk=payload["person"], email_verified_at=None).first()
    if person is None:
        return None
    # A token stands after #, which browsers keep to themselves: it reaches no log.
    return Message(
        person=person,
        subject="Confirm your e-mail address",
        context={
            "link": page(f"verify-email#token={tokens.VERIFY_EMAIL.make(person)}"),
            "action": "Confirm",
            "note": "The link works for two days. If you have not signed up, ignore this mail.",
        },
    )


def _reset_password(payload: Payload) -> Message | None:
    person = Person.objects.filter(pk=payload["person"]).first()
    if person is None:  # somebody asked for an address that nobody has
        return None
    return Message(
        person=person,
        subject="Set a new password",
        context={
            "link": page(f"reset-password#token={tokens.RESET_PASSWORD.make(person)}"),
            "action": "Set a new password",
            "note": "The link works for an hour. If you have not asked for it, ignore this mail.",
        },
    )


def _digest(payload: Payload) -> Message | None:
    digest = digests.gather(person_id=payload["person"], day=payload["day"])
    if digest is None:
        return None
    leave = page(f"unsubscribe#token={digests.unsubscribe_token(digest.person)}")
    return Message(
        person=digest.person,
        subject="News from your projects",
        context={"digest": digest, "projects_url": page("projects/"), "leave": leave},
        template="digest",
        headers={"List-Unsubscribe": f"<{leave}>"},
    )


BUILDERS: dict[str, Callable[[Payload], Message | None]] = {
    "join_requested": _join_requested,
    "join_withdrawn": _join_withdrawn,
    "join_accepted": _join_accepted,
    "join_declined": _join_declined,
    "member_left": _member_left,
    "verify_email": _verify_email,
    "reset_password": _reset_password,
    "digest": _digest,
}
