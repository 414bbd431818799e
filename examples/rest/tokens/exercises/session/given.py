"""Given: what the client sees of a server. Change nothing here."""

from collections.abc import Callable

# Takes an access token and answers with a status and a body.
Send = Callable[[str], tuple[int, str]]
# Takes a refresh token; gives the next access and refresh token, or raises SignedOut.
Refresh = Callable[[str], tuple[str, str]]


class SignedOut(Exception):
    """The person has to sign in again."""
