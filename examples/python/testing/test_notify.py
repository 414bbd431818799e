from unittest.mock import Mock, call, create_autospec

from notify import Sender, tell_team


# --8<-- [start:by_hand]
class DownSender:
    """A stub: one fixed answer, whatever it is asked."""

    def send(self, to: str, text: str) -> None:
        raise ConnectionError


class FakeSender:
    """A fake: works, but delivers to a list instead of a network."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def send(self, to: str, text: str) -> None:
        self.sent.append((to, text))


def test_names_those_it_could_not_reach():
    assert tell_team(DownSender(), ["Ada", "Lin"], "hi") == ["Ada", "Lin"]


def test_tells_each_member_once():
    sender = FakeSender()
    assert tell_team(sender, ["Ada", "Lin", "Ada"], "map is live") == []
    assert sender.sent == [("Ada", "map is live"), ("Lin", "map is live")]


# --8<-- [end:by_hand]
# --8<-- [start:mock]
def test_goes_on_after_a_failure():
    mock = create_autospec(Sender, instance=True)
    mock.send.side_effect = [ConnectionError, None]  # first call, second call

    assert tell_team(mock, ["Ada", "Lin"], "hi") == ["Ada"]
    assert mock.send.mock_calls == [call("Ada", "hi"), call("Lin", "hi")]


def test_a_spy_watches_a_working_object():
    real = FakeSender()
    spy = Mock(wraps=real)

    tell_team(spy, ["Ada"], "hi")

    spy.send.assert_called_once_with("Ada", "hi")
    assert real.sent == [("Ada", "hi")]


# --8<-- [end:mock]
