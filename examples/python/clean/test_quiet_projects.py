from datetime import date, timedelta

import pytest

from quiet_projects import QUIET_AFTER, f, quiet_projects

TODAY = date(2025, 3, 10)


@pytest.mark.parametrize("days", [-1, 0, 1, 13, 14, 15, 400])
def test_the_rewritten_function_gives_the_same_answer(days: int) -> None:
    last_posts = {"chat-api": TODAY - timedelta(days=days), "quiz-app": TODAY}
    assert quiet_projects(last_posts, TODAY) == f(last_posts, TODAY)


def test_a_project_is_quiet_after_the_limit_and_not_on_it() -> None:
    on_it = {"chat-api": TODAY - QUIET_AFTER}
    after = {"chat-api": TODAY - QUIET_AFTER - timedelta(days=1)}
    assert quiet_projects(on_it, TODAY) == []
    assert quiet_projects(after, TODAY) == ["chat-api"]


def test_no_project_gives_an_empty_list() -> None:
    assert quiet_projects({}, TODAY) == []
