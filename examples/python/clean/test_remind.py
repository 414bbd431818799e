from datetime import date

import pytest

from remind import JoinRequest, overdue, remind

LIN = JoinRequest("Lin", "ada", date(2025, 3, 3))


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2025, 3, 6), []), (date(2025, 3, 7), [LIN]), (date(2025, 3, 2), [])],
)
def test_a_request_is_overdue_after_three_days(
    today: date, expected: list[JoinRequest]
) -> None:
    assert overdue([LIN], today) == expected


def test_the_owner_gets_the_reminder() -> None:
    sent = []
    remind([LIN], date(2025, 3, 10), lambda to, text: sent.append((to, text)))
    assert sent == [("ada@board.example", "Lin waits for you")]


def test_an_error_of_the_sender_reaches_the_caller() -> None:
    def down(to: str, text: str) -> None:
        raise ConnectionError("mail server is down")

    with pytest.raises(ConnectionError):
        remind([LIN], date(2025, 3, 10), down)
    remind([LIN], LIN.asked_on, down)  # nothing is overdue, nothing is sent
