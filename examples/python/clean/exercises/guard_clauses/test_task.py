import ast
import inspect
from itertools import product

import task
from task import post_answer

TEXTS = {"empty": "", "blank": "  ", "280 long": "x" * 280, "281 long": "x" * 281}
PROBLEMS = {
    "empty": "write something",
    "blank": "write something",
    "281 long": "shorten it by 1",
}


def test_the_answers_to_members_of_an_open_project_stay_the_same():
    for case, text in TEXTS.items():
        answer = post_answer(text, is_member=True, is_open=True)
        assert answer == PROBLEMS.get(case, "published"), f"the text was {case}"


def test_a_closed_project_refuses_whatever_the_text():
    for case, text in TEXTS.items():
        answer = post_answer(text, is_member=True, is_open=False)
        assert answer == "the project is closed", f"the text was {case}"


def test_being_no_member_comes_before_all_other_reasons():
    for (case, text), is_open in product(TEXTS.items(), [True, False]):
        answer = post_answer(text, is_member=False, is_open=is_open)
        assert answer == "join the project first", (
            f"being no member comes first; the text was {case}, is_open={is_open}"
        )


def test_no_if_stands_inside_another():
    for outer in ast.walk(ast.parse(inspect.getsource(task))):
        for inner in ast.walk(outer) if isinstance(outer, ast.If) else []:
            if isinstance(inner, ast.If):  # an `elif` begins where its `if` does
                assert inner.col_offset == outer.col_offset, (
                    f"line {inner.lineno}: an `if` stands inside another; return early"
                )
