from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

ANSWER_TIME = timedelta(days=3)
Send = Callable[[str, str], None]  # address, text


@dataclass(frozen=True)
class JoinRequest:
    """A request that waits for an owner."""

    person: str
    owner: str
    asked_on: date


def overdue(requests: list[JoinRequest], today: date) -> list[JoinRequest]:
    """Decide who has waited too long. Pure: the arguments settle the answer."""
    return [each for each in requests if today - each.asked_on > ANSWER_TIME]


def remind(requests: list[JoinRequest], today: date, send: Send) -> None:
    """Act on the decision, with whatever sender the caller passes."""
    for request in overdue(requests, today):
        send(f"{request.owner}@board.example", f"{request.person} waits for you")


def main() -> None:
    """Use a list as the mailbox and a fixed day as the clock."""
    requests = [
        JoinRequest("Lin", "ada", date(2025, 3, 3)),
        JoinRequest("Sam", "ada", date(2025, 3, 9)),
    ]
    sent: list[tuple[str, str]] = []
    remind(requests, date(2025, 3, 10), lambda to, text: sent.append((to, text)))
    print(sent)


if __name__ == "__main__":
    main()
