"""Break the rule on purpose, and see which tests notice."""

from collections.abc import Callable

Rule = Callable[[int, int, str], bool]
Case = tuple[int, int, str, bool]  # members, seats, status, may one more come in?


def has_room(members: int, seats: int, status: str) -> bool:
    """Whether a project takes one more person in."""
    return status == "open" and members < seats


MUTANTS: dict[str, Rule] = {
    "lets one too many in": lambda members, seats, status: status == "open" and members <= seats,
    "shuts one too early": lambda members, seats, status: status == "open" and members + 1 < seats,
    "forgets the status": lambda members, seats, status: members < seats,
    "never opens": lambda members, seats, status: False,
}
SUITES: dict[str, list[Case]] = {
    "far from the edge": [(1, 3, "open", True), (9, 3, "open", False)],
    "at the edge": [(2, 3, "open", True), (3, 3, "open", False), (0, 3, "draft", False)],
}


def passes(rule: Rule, cases: list[Case]) -> bool:
    """Whether the rule answers every case as it should."""
    return all(rule(*given) is wanted for *given, wanted in cases)


for name, cases in SUITES.items():
    assert passes(has_room, cases), "a suite must pass on the right code"
    caught = [mutant for mutant, rule in MUTANTS.items() if not passes(rule, cases)]
    print(f"{name}: {len(cases)} cases catch {len(caught)} of {len(MUTANTS)}")
    for mutant in MUTANTS:
        print(f"  {'caught' if mutant in caught else 'MISSED'}  {mutant}")
