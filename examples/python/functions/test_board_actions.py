import pytest

from board_actions import announce, ask
from counting import CALLS
from roles import ForbiddenError

ADA = {"name": "Ada", "role": "backend"}
LIN = {"name": "Lin", "role": "frontend"}


@pytest.fixture(autouse=True)
def fresh_counts():
    CALLS.clear()


def test_each_role_has_its_action():
    assert announce(ADA, "chat") == "Ada announces chat"
    assert ask(LIN, "chat") == "Lin asks to join chat"
    assert CALLS == {"announce": 1, "ask": 1}


def test_a_refused_call_is_not_counted():
    with pytest.raises(ForbiddenError):
        ask(ADA, "chat")
    assert CALLS == {}
