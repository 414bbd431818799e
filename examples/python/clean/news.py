"""Who gets which news. Changes when the rules of the digest change."""

from datetime import date, timedelta

from board import Person, Post

__all__ = ["news_for"]

NEWS_WINDOW = timedelta(days=7)


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
