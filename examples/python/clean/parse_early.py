from dataclasses import dataclass

MAX_HOURS = 40  # a week; more would be a second job


@dataclass(frozen=True)
class JoinRequest:
    """A checked request: whoever holds one can trust it."""

    person: str
    hours: int  # a week

    def __post_init__(self) -> None:
        if not self.person:
            raise ValueError("the person is missing")
        if not 1 <= self.hours <= MAX_HOURS:
            raise ValueError(f"hours must be 1 to {MAX_HOURS}, got {self.hours}")


def from_form(form: dict[str, str]) -> JoinRequest:
    """Turn a form into a request, or raise ``ValueError`` with the reason."""
    typed = form.get("hours", "")
    try:
        hours = int(typed)
    except ValueError:
        raise ValueError(f"hours must be a number, got {typed!r}") from None
    return JoinRequest(form.get("person", ""), hours)


def team_hours(requests: list[JoinRequest]) -> int:
    """Add up the hours; there is nothing left to check here."""
    return sum(request.hours for request in requests)


def main() -> None:
    """Read three forms, two of them wrong."""
    accepted = []
    for person, hours in [("Lin", "6"), ("Sam", "ten"), ("Ada", "400")]:
        try:
            accepted.append(from_form({"person": person, "hours": hours}))
        except ValueError as error:
            print(f"{person}: {error}")
    print("hours in the team:", team_hours(accepted))


if __name__ == "__main__":
    main()
