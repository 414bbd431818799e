"""How the machinery says what is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding at one place.

    Attributes:
        file: path from the repository's root, with slashes.
        line: 1-based line number.
        rule: the rule's id, explained in ``docs/contributing/rules.md``.
        what: what is wrong, without a full stop.
        mend: how to mend it, without a full stop.
        warning: listed, but stops nothing.
    """

    file: str
    line: int
    rule: str
    what: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        """Return ``file:line: rule: what: how to mend``."""
        return f"{self.file}:{self.line}: {self.rule}: {self.what}: {self.mend}"


class NexusError(Exception):
    """A failure that ends a command; its text is the one paragraph a person reads."""


class ExampleError(NexusError):
    """Something is wrong with one example or with the fence that quotes it."""

    def __init__(self, problem: Problem) -> None:
        """Keep ``problem`` for callers that list several."""
        super().__init__(str(problem))
        self.problem = problem
