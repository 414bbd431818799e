from dataclasses import dataclass, field


@dataclass(frozen=True)
class Card:
    slug: str
    seats: int
    skills: list[str] = field(default_factory=list)


card = Card("farm-market", seats=3)
