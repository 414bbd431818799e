from datetime import date, timedelta

import mailer
from board import Person, Post

NEWS_WINDOW = timedelta(days=7)
MAX_TEXT = 40  # characters of a post that a digest shows
ELLIPSIS = "..."


def weekly_digest(posts: list[Post], people: list[Person]) -> list[str]:
    """Mail everyone the news they follow; return the addresses that failed."""
    failed = []
    # --8<-- [start:guards]
    for person in people:
        if not person.weekly or not person.email:
            continue
        news = []
        for post in posts:
            if post.slug not in person.follows or post.author == person.name:
                continue
            if date.today() - post.day > NEWS_WINDOW:
                continue
            news.append(post)
        if not news:
            continue
        # --8<-- [end:guards]
        by_slug: dict[str, list[Post]] = {}
        for post in news:
            by_slug.setdefault(post.slug, []).append(post)
        body = f"Hello {person.name},\n"
        for slug in sorted(by_slug):
            body += f"\n{slug}\n"
            # Blockers first: that is where a reader can help.
            for post in by_slug[slug]:
                if post.kind == "blocker":
                    text = post.text
                    if len(text) > MAX_TEXT:
                        text = text[: MAX_TEXT - len(ELLIPSIS)] + ELLIPSIS
                    body += f"! {post.author} is stuck: {text}\n"
            for post in by_slug[slug]:
                if post.kind == "solution":
                    text = post.text
                    if len(text) > MAX_TEXT:
                        text = text[: MAX_TEXT - len(ELLIPSIS)] + ELLIPSIS
                    body += f"+ {post.author} solved: {text}\n"
            for post in by_slug[slug]:
                if post.kind == "progress":
                    text = post.text
                    if len(text) > MAX_TEXT:
                        text = text[: MAX_TEXT - len(ELLIPSIS)] + ELLIPSIS
                    body += f"- {post.author} reports: {text}\n"
        subject = "1 new post" if len(news) == 1 else f"{len(news)} new posts"
        if any(post.kind == "blocker" for post in news):
            subject = f"Help wanted: {subject}"
        try:
            mailer.send(person.email, subject, body)
        except OSError:
            failed.append(person.email)
    return failed
