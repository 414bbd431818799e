from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Skill:
    """A value: compared by content, hashable, never changed."""

    name: str


@dataclass(kw_only=True, slots=True)
class Project:
    """A project that cannot be created in a broken state."""

    slug: str
    owner: str
    seats: int = 3
    skills: list[Skill] = field(default_factory=list)
    api_key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise ValueError(f"{self.slug} needs at least 1 seat")


if __name__ == "__main__":
    market = Project(slug="farm-market", owner="Ada", api_key="a secret")
    market.skills.append(Skill("css"))
    print(market)
    print("another's skills:", Project(slug="clinic-queue", owner="Lin").skills)
    print("equal skills are one:", len({Skill("css"), Skill("css")}))
    try:
        replace(market, seats=0)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
    try:
        market.seat = 5  # misspelled
    except AttributeError as error:
        print("slots:", type(error).__name__)
    market.seats = -1  # nothing checks this
    print("seats:", market.seats)
