from unittest.mock import Mock, call, create_autospec

from fakes import FakeSender
from notify import Sender, tell_team


def test_goes_on_after_a_failure():
    sender = create_autospec(Sender, instance=True)
    sender.send.side_effect = [ConnectionError, None]  # first call, second call

    assert tell_team(sender, ["Ada", "Lin"], "hi") == ["Ada"]
    assert sender.send.mock_calls == [call("Ada", "hi"), call("Lin", "hi")]


def test_a_spy_watches_a_working_object():
    real = FakeSender()
    spy = Mock(wraps=real)

    tell_team(spy, ["Ada"], "hi")

    spy.send.assert_called_once_with("Ada", "hi")
    assert real.sent == [("Ada", "hi")]
