from unittest.mock import Mock, create_autospec

from notify import Sender

plain = Mock()
strict = create_autospec(Sender, instance=True)  # knows what a Sender has

# Nobody has called send, so every one of these lines should fail.
checks = {
    "Mock: was_called_once()": lambda: plain.send.was_called_once(),
    "Mock: assert_called_onec()": lambda: plain.send.assert_called_onec(),
    "autospec: was_called_once()": lambda: strict.send.was_called_once(),
    "Mock: send() without arguments": lambda: plain.send(),
    "autospec: send() without arguments": lambda: strict.send(),
}
for label, check in checks.items():
    try:
        check()
        print(f"{label} passes")
    except (AttributeError, TypeError) as error:
        print(f"{label} -> {type(error).__name__}")
