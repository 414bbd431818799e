from dataclasses import dataclass, field, replace


@dataclass(frozen=True, order=True)
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

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise ValueError(f"{self.slug} needs at least 1 seat")


if __name__ == "__main__":
    market = Project(slug="farm-market", owner="Ada")
    market.skills.append(Skill("css"))
    print(market)
    print(Project(slug="clinic-queue", owner="Lin").skills)
    print(len({Skill("css"), Skill("css")}), Skill("css") < Skill("sql"))
    try:
        replace(market, seats=0)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
    try:
        market.seat = 5  # misspelled: slots refuse unknown names
    except AttributeError:
        print("AttributeError, seats is still", market.seats)
    market.seats = -1  # accepted: __post_init__ ran at creation only
    print(market.seats)
