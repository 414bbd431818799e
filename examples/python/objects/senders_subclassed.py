class EmailSender:
    """Sends an email."""

    def send(self, to: str, text: str) -> None:
        """Deliver one text."""
        print(f"email to {to}: {text}")


class SmsSender:
    """Sends a text message."""

    def send(self, to: str, text: str) -> None:
        """Deliver one text."""
        print(f"sms to {to}: {text}")


class UrgentEmailSender(EmailSender):
    """Email, urgent wording."""

    def send(self, to: str, text: str) -> None:
        super().send(to, f"URGENT {text}")


class UrgentSmsSender(SmsSender):
    """Text message, the same urgent wording again."""

    def send(self, to: str, text: str) -> None:
        super().send(to, f"URGENT {text}")


UrgentSmsSender().send("Ada", "Sam wants to join")

for channels, options in [(2, 1), (3, 2), (4, 3)]:
    classes = channels * 2**options
    print(f"channels={channels} options={options} classes={classes}")
