from unittest.mock import create_autospec

from notify import Sender, tell_team


def another_text() -> None:
    """The code sent something else than the test expects."""
    sender = create_autospec(Sender, instance=True)
    tell_team(sender, ["Ada"], "map is live")
    sender.send.assert_called_once_with("Ada", "the map is live")


def nobody_told() -> None:
    """The code never called send."""
    sender = create_autospec(Sender, instance=True)
    tell_team(sender, [], "map is live")
    sender.send.assert_called_once()


for check in (another_text, nobody_told):
    try:
        check()
    except AssertionError as error:
        print(f"{type(error).__name__}: {error}\n")
