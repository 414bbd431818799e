import ast

import pytest

from measure import branches, depth, functions, length

CODE = """
class Board:
    def go(self, x):
        if x:
            for y in x:
                print(y)
        elif y:
            pass
        elif z:
            while z and y or x:
                pass
        return [a for a in x if a]

def flat():
    return 1
"""


@pytest.fixture
def found() -> dict[str, ast.FunctionDef]:
    return {function.name: function for function in functions(CODE)}


def test_it_finds_methods_and_functions(found) -> None:
    assert sorted(found) == ["flat", "go"]


def test_length_counts_the_lines_of_the_function(found) -> None:
    assert (length(found["go"]), length(found["flat"])) == (10, 2)


def test_elif_is_no_deeper_than_if(found) -> None:
    assert (depth(found["go"]), depth(found["flat"])) == (2, 0)


def test_every_fork_counts(found) -> None:
    # if, for, elif, elif, while, and, or, the comprehension and its if
    assert (branches(found["go"]), branches(found["flat"])) == (9, 0)
