"""Count projects by status: importable, and runnable too."""

from collections import Counter


def count_by_status(statuses: list[str]) -> dict[str, int]:
    """Return how many projects have each status, in alphabetical order."""
    return dict(sorted(Counter(statuses).items()))


def main() -> None:
    """Print a small report."""
    print(count_by_status(["open", "draft", "open"]))


print("__name__ is", repr(__name__))
if __name__ == "__main__":
    main()
