"""Four bugs that run without a word."""

from collections.abc import Callable


def told(name: str, seen: list[str] = []) -> int:
    seen.append(name)
    return len(seen)


def reminders(names: list[str]) -> list[Callable[[], str]]:
    return [lambda: f"Dear {name}" for name in names]


def close(status: str) -> str:
    status == "done"
    return status


def test_close() -> None:
    assert close("open") == "done"


def test_close() -> None:
    assert told("ada", []) == 1


if __name__ == "__main__":
    print("told:", told("ada"), told("sam"))
    print("letters:", [letter() for letter in reminders(["ada", "sam"])])
    print("closed:", close("open"))
