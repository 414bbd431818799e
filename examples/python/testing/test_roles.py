import pytest

from roles import may_ask


@pytest.mark.parametrize(
    ("role", "status", "expected"),
    [
        pytest.param("frontend", "open", True, id="frontend-open"),
        pytest.param("both", "open", True, id="both-open"),
        pytest.param("backend", "open", False, id="backend-open"),
        pytest.param("frontend", "paused", False, id="frontend-paused"),
    ],
)
def test_role_and_status_decide(role, status, expected):
    assert may_ask(role, status) is expected


@pytest.mark.slow
def test_nobody_asks_again_while_a_request_is_open():
    assert not may_ask("frontend", "open", asked_before=True)
