from datetime import date, timedelta

import mailer
from board import Person, Post

NEWS_WINDOW = timedelta(days=7)
MAX_TEXT = 40  # characters of a post that a digest shows
ELLIPSIS = "..."


# --8<-- [start:digest]
def weekly_digest(posts: list[Post], people: list[Person]) -> list[str]:
    """Mail everyone the news they follow; return the addresses that failed."""
    failed = []
    for person in people:
        news = news_for(person, posts)
        if not news:
            continue
        try:
            mailer.send(person.email, subject(news), body(person.name, news))
        except OSError:
            failed.append(person.email)
    return failed


# --8<-- [end:digest]
def news_for(person: Person, posts: list[Post]) -> list[Post]:
    """Return the posts that belong into this person's digest."""
    if not person.weekly or not person.email:
        return []
    return [
        post
        for post in posts
        if post.slug in person.follows
        and post.author != person.name
        and date.today() - post.day <= NEWS_WINDOW
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
