import pytest
from roles import may_ask


@pytest.mark.parametrize("status", ["open", "paused", "done"])
def test_frontend_may_always_ask(status):
    assert may_ask("frontend", status)
