from datetime import date

import pytest

from board import Person, Post
from digest_5 import Mail, digests, weekly_digest

MONDAY = date(2025, 3, 10)
POSTS = [Post("chat-api", "Ada", "progress", "login works", MONDAY)]
LIN = Person("Lin", "lin@board.example", follows=("chat-api",))
BODY = "Hello Lin,\n\nchat-api\n- Ada reports: login works\n"


def test_the_decision_needs_no_clock_and_no_mail_server() -> None:
    assert digests(POSTS, [LIN], MONDAY) == [Mail(LIN.email, "1 new post", BODY)]
    assert digests(POSTS, [LIN], date(2025, 3, 18)) == []


# --8<-- [start:values]
def test_the_clock_and_the_sender_are_passed_in() -> None:
    mails: list[tuple[str, str, str]] = []
    failed = weekly_digest(
        POSTS,
        [LIN],
        today=date(2025, 3, 10),
        send=lambda to, subject, body: mails.append((to, subject, body)),
    )
    assert (failed, mails) == ([], [("lin@board.example", "1 new post", BODY)])


# --8<-- [end:values]
def test_an_error_that_is_no_mail_error_is_not_hidden() -> None:
    def buggy(to: str, subject: str, body: str) -> None:
        raise KeyError("smtp_host")

    with pytest.raises(KeyError):
        weekly_digest(POSTS, [LIN], today=MONDAY, send=buggy)
