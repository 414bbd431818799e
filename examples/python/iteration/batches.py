from collections.abc import Iterable, Iterator
from itertools import islice


def in_batches(items: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield tuples of up to `size` items, in order."""
    if size < 1:
        raise ValueError("size must be at least 1")
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch


def main() -> None:
    people = ["ada", "lin", "sam", "kim", "joe"]
    for batch in in_batches(people, 2):
        print("send one mail to", batch)

    late = in_batches(people, 0)
    print("called with 0: no error yet")
    try:
        next(late)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
