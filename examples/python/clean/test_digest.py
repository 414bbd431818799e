import importlib
from datetime import date, timedelta

import pytest

import mailer
from board import Person, Post

TODAY = date(2025, 3, 10)
LIN = Person("Lin", "lin@board.example", follows=("chat-api", "quiz-app"))
HELLO = "Hello Lin,\n"


class FixedDate(date):
    """A date whose today is always the same day."""

    @classmethod
    def today(cls):
        return TODAY


# --8<-- [start:fixture]
@pytest.fixture(params=range(6), ids=lambda number: f"digest_{number}")
def run(request, monkeypatch):
    """Return a function that runs one step and returns (failed, mails)."""
    module = importlib.import_module(f"digest_{request.param}")
    mails = []

    def send(to, subject, body):
        if to.endswith(".invalid"):
            raise OSError("cannot reach the mail server")
        mails.append((to, subject, body))

    monkeypatch.setattr(module, "date", FixedDate)  # its today() is always TODAY
    monkeypatch.setattr(mailer, "send", send)
    return lambda posts, people: (module.weekly_digest(posts, people), mails)


# --8<-- [end:fixture]
def post(
    kind="progress", text="done", slug="chat-api", author="Ada", days_ago=1
) -> Post:
    return Post(slug, author, kind, text, TODAY - timedelta(days=days_ago))


# --8<-- [start:contract]
def test_kinds_come_in_a_fixed_order_and_posts_of_a_kind_in_theirs(run) -> None:
    posts = [
        post("progress", "one"),
        post("solution", "two"),
        post("blocker", "three"),
        post("progress", "four"),
    ]
    failed, mails = run(posts, [LIN])
    body = (
        "Hello Lin,\n\nchat-api\n! Ada is stuck: three\n+ Ada solved: two\n"
        "- Ada reports: one\n- Ada reports: four\n"
    )
    assert (failed, mails) == (
        [],
        [("lin@board.example", "Help wanted: 4 new posts", body)],
    )


@pytest.mark.parametrize(("days_ago", "count"), [(-1, 1), (0, 1), (7, 1), (8, 0)])
def test_the_window_ends_after_seven_days(run, days_ago, count) -> None:
    _, mails = run([post(days_ago=days_ago)], [LIN])
    assert len(mails) == count


def test_an_announcement_is_counted_but_not_shown(run) -> None:
    _, mails = run([post("announcement")], [LIN])
    assert mails == [("lin@board.example", "1 new post", "Hello Lin,\n\nchat-api\n")]


# --8<-- [end:contract]
def test_projects_are_sorted_and_each_has_its_block(run) -> None:
    _, mails = run([post(slug="quiz-app"), post(slug="chat-api")], [LIN])
    body = "\nchat-api\n- Ada reports: done\n\nquiz-app\n- Ada reports: done\n"
    assert mails == [("lin@board.example", "2 new posts", HELLO + body)]


@pytest.mark.parametrize(
    ("length", "shown"),
    [(0, ""), (40, "x" * 40), (41, "x" * 37 + "..."), (90, "x" * 37 + "...")],
)
@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("blocker", "! Ada is stuck: "),
        ("solution", "+ Ada solved: "),
        ("progress", "- Ada reports: "),
    ],
)
def test_a_long_text_is_cut_in_every_kind(run, kind, start, length, shown) -> None:
    _, mails = run([post(kind, "x" * length)], [LIN])
    assert mails[0][2] == f"{HELLO}\nchat-api\n{start}{shown}\n"


@pytest.mark.parametrize(
    ("kinds", "subject"),
    [
        (["progress"], "1 new post"),
        (["blocker"], "Help wanted: 1 new post"),
        (["blocker", "blocker"], "Help wanted: 2 new posts"),
        (["progress", "announcement"], "2 new posts"),
    ],
)
def test_the_subject_counts_and_says_once_that_help_is_wanted(
    run, kinds, subject
) -> None:
    _, mails = run([post(kind) for kind in kinds], [LIN])
    assert mails[0][1] == subject


@pytest.mark.parametrize(
    "person",
    [
        Person("Lin", "lin@board.example", follows=()),
        Person("Lin", "", follows=("chat-api",)),
        Person("Lin", "lin@board.example", follows=("chat-api",), weekly=False),
        Person("Ada", "ada@board.example", follows=("chat-api",)),  # the author
    ],
)
def test_nobody_gets_a_mail_without_news_for_them(run, person) -> None:
    assert run([post()], [person]) == ([], [])


def test_a_failing_address_is_reported_and_the_others_get_their_mail(run) -> None:
    sam = Person("Sam", "sam@board.invalid", follows=("chat-api",))
    failed, mails = run([post()], [sam, LIN])
    assert failed == ["sam@board.invalid"]
    assert [mail[0] for mail in mails] == ["lin@board.example"]


def test_nothing_at_all(run) -> None:
    assert run([], [LIN]) == ([], [])
    assert run([post()], []) == ([], [])
