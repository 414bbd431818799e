from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import mailer
from board import Person, Post

NEWS_WINDOW = timedelta(days=7)
MAX_TEXT = 40  # characters of a post that a digest shows
ELLIPSIS = "..."

Send = Callable[[str, str, str], None]  # address, subject, body


@dataclass(frozen=True)
class Mail:
    """What is to be sent, before anything is sent."""

    to: str
    subject: str
    body: str


# --8<-- [start:edge]
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


# --8<-- [end:edge]
def news_for(person: Person, posts: list[Post], today: date) -> list[Post]:
    """Return the posts that belong into this person's digest."""
    if not person.weekly or not person.email:
        return []
    return [
        post
        for post in posts
        if post.slug in person.follows
        and post.author != person.name
        and today - post.day <= NEWS_WINDOW
    ]


def subject(news: list[Post]) -> str:
    """Return the subject: how many posts, and whether someone needs help."""
    count = "1 new post" if len(news) == 1 else f"{len(news)} new posts"
    if any(post.kind == "blocker" for post in news):
        return f"Help wanted: {count}"
    return count


def body(name: str, news: list[Post]) -> str:
    """Return the text of the mail, one block for each project."""
    text = f"Hello {name},\n"
    for slug in sorted({post.slug for post in news}):
        text += f"\n{slug}\n"
        for line in lines([post for post in news if post.slug == slug]):
            text += f"{line}\n"
    return text


def lines(news: list[Post]) -> list[str]:
    """Return one line for each post: blockers, then solutions, then progress."""
    found = []
    for post in news:
        if post.kind == "blocker":
            found.append(f"! {post.author} is stuck: {shorten(post.text)}")
    for post in news:
        if post.kind == "solution":
            found.append(f"+ {post.author} solved: {shorten(post.text)}")
    for post in news:
        if post.kind == "progress":
            found.append(f"- {post.author} reports: {shorten(post.text)}")
    return found


def shorten(text: str) -> str:
    """Cut a text that is too long for one line of a digest."""
    if len(text) <= MAX_TEXT:
        return text
    return text[: MAX_TEXT - len(ELLIPSIS)] + ELLIPSIS
