from collections.abc import Callable, Iterator


def all_mails(people: list[str], render: Callable[[str], str]) -> list[str]:
    """Return every mail at once: memory grows with the number of people."""
    return [render(person) for person in people]


def each_mail(people: list[str], render: Callable[[str], str]) -> Iterator[str]:
    """Yield one mail after the other: memory stays the same."""
    for person in people:
        yield render(person)


def main() -> None:
    """Log the order in which both ways render and send."""
    log: list[str] = []

    def render(person: str) -> str:
        log.append(f"render {person}")
        return f"Hello {person}"

    for way in (all_mails, each_mail):
        log.clear()
        for mail in way(["Ada", "Lin"], render):
            log.append(f"send {mail}")
        print(f"{way.__name__}: {', '.join(log)}")


if __name__ == "__main__":
    main()
