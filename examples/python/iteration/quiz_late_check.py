# raises: ValueError
from collections.abc import Iterator


def numbered(slugs: list[str], start: int) -> Iterator[str]:
    """Yield the slugs with a running number."""
    if start < 1:
        raise ValueError("start must be at least 1")
    for number, slug in enumerate(slugs, start=start):
        yield f"{number}. {slug}"


try:
    lines = numbered(["recipe-box", "bus-times"], start=0)
except ValueError:
    lines = iter(["no list"])

for line in lines:
    print(line)
