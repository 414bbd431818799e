import doctest
from collections.abc import Callable
from inspect import getdoc


def seats_left(seats: int, members: list[str]) -> int:
    """Return how many people may still join.

    >>> seats_left(3, ["ada"])
    2
    >>> seats_left(1, ["ada", "sam"])
    -1
    """
    return max(seats - len(members), 0)


Out = Callable[[str], object]


class Judge(doctest.DocTestRunner):
    """Says in one line what is not true any more."""

    def report_failure(
        self, out: Out, test: doctest.DocTest, example: doctest.Example, got: str
    ) -> None:
        out(f"{example.source.strip()} gives {got.strip()}, not {example.want}")


parser = doctest.DocTestParser()
test = parser.get_doctest(getdoc(seats_left) or "", globals(), "seats_left", None, 0)
result = Judge(verbose=False).run(test, clear_globs=False)
print(f"{result.attempted} examples in the docstring, {result.failed} not true")
