class Project:
    """A project with a read-only slug and a checked pitch."""

    def __init__(self, slug: str, pitch: str) -> None:
        self._slug = slug
        self.__edits = 0
        self.pitch = pitch  # runs the setter below

    @property
    def slug(self) -> str:
        """The slug, fixed at creation."""
        return self._slug

    @property
    def pitch(self) -> str:
        """What the project is about; never empty."""
        return self._pitch

    @pitch.setter
    def pitch(self, value: str) -> None:
        if not value.strip():
            raise ValueError("a pitch cannot be empty")
        self._pitch = value.strip()
        self.__edits += 1


def main() -> None:
    market = Project("farm-market", "  Sell crops online ")
    print(f"{market.slug}: {market.pitch!r}")
    try:
        market.pitch = "   "
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
    print(f"{market.slug}: {market.pitch!r}")
    print("stored:", sorted(vars(market)))
    print("has __edits:", hasattr(market, "__edits"))
    print("edits, seen from outside:", market._Project__edits)


if __name__ == "__main__":
    main()
