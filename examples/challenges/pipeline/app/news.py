from datetime import datetime

from board_dates import iso_week
from board_words import plural

GREETINGS = {"en": "Hello"}


def week(moment: float) -> str:
    """Return the week of the board's news that ``moment`` belongs to."""
    return iso_week(datetime.fromtimestamp(moment))


def subject(name: str, posts: int, language: str = "en") -> str:
    return f"{GREETINGS[language]} {name}: {posts} new {plural('post', posts)}"
