from dataclasses import dataclass

from given import Refresh, Send, SignedOut


@dataclass
class Session:
    """Holds a pair of tokens and renews it when the access token has expired."""

    access: str
    refresh: str
    renew: Refresh

    def call(self, send: Send) -> tuple[int, str]:
        """Send a request; renew the tokens at most once."""
        return send(self.access)
