"""What must hold on every machine: one line for each check, and how many passed."""

import sys
from collections.abc import Callable
from datetime import date

import digest

# 1 January in Nairobi, one in the morning. In London it is still the old year.
NEW_YEAR = 1_767_218_400
CHECKS: dict[str, tuple[Callable[[], object], object]] = {
    "package": (lambda: digest.subject("Nexus"), "Habari: Nexus"),
    "version": (lambda: digest.due(date(2026, 1, 2), 7), date(2026, 1, 9)),
    "variable": (lambda: digest.sender(), "board@example.org"),
    "path": (lambda: digest.closing(), "See you on the board."),
    "file": (lambda: digest.skills(), ["css", "django", "sql"]),
    "cache": (lambda: digest.cache_answers(), True),
    "time zone": (lambda: digest.posted(NEW_YEAR), date(2026, 1, 1)),
}


def outcome(check: Callable[[], object], wanted: object) -> str:
    try:
        got = check()
    except Exception as error:  # whatever it is, the next check shall run
        return f"{type(error).__name__}: {str(error).partition('] ')[2] or error}"
    return "ok" if got == wanted else f"{got}, not {wanted}"


def main() -> int:
    outcomes = {name: outcome(*check) for name, check in CHECKS.items()}
    if "-q" not in sys.argv:
        for name, said in outcomes.items():
            print(f"{name:9} {said}")
    passed = list(outcomes.values()).count("ok")
    print(f"{passed} of {len(CHECKS)} pass")
    return 0 if passed == len(CHECKS) else 1


if __name__ == "__main__":
    sys.exit(main())
