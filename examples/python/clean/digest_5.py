from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import mailer
from board import Person, Post
from news import news_for
from wording import body, subject

Send = Callable[[str, str, str], None]  # address, subject, body


@dataclass(frozen=True)
class Mail:
    """What is to be sent, before anything is sent."""

    to: str
    subject: str
    body: str


def digests(posts: list[Post], people: list[Person], today: date) -> list[Mail]:
    """Decide who gets which mail. No clock, no network: a pure function."""
    mails = []
    for person in people:
        if news := news_for(person, posts, today):
            mails.append(Mail(person.email, subject(news), body(person.name, news)))
    return mails


def weekly_digest(
    posts: list[Post],
    people: list[Person],
    *,
    today: date | None = None,
    send: Send | None = None,
) -> list[str]:
    """Mail everyone the news they follow; return the addresses that failed."""
    today = date.today() if today is None else today
    send = mailer.send if send is None else send
    failed = []
    for mail in digests(posts, people, today):
        try:
            send(mail.to, mail.subject, mail.body)
        except OSError:
            failed.append(mail.to)
    return failed
