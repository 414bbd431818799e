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
        status, body = send(self.access)
        if status != 401:
            return status, body
        self.access, self.refresh = self.renew(self.refresh)
        status, body = send(self.access)
        return status, body
