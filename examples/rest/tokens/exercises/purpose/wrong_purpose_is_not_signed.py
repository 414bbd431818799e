import hashlib
import hmac
from dataclasses import dataclass


@dataclass(frozen=True)
class Ticket:
    """A signed note: what it is for, whose it is, until when it is good."""

    purpose: str
    person: int
    expires: int
    signature: str


def signature_of(purpose: str, person: int, expires: int, key: bytes) -> str:
    return hmac.new(key, f"{person}:{expires}".encode(), hashlib.sha256).hexdigest()


def issue(purpose: str, person: int, expires: int, key: bytes) -> Ticket:
    return Ticket(purpose, person, expires, signature_of(purpose, person, expires, key))


def is_good(ticket: Ticket, purpose: str, now: int, key: bytes, leeway: int = 0) -> bool:
    """Tell whether we made the ticket, for this purpose, and it is still in time."""
    expected = signature_of(ticket.purpose, ticket.person, ticket.expires, key)
    if not hmac.compare_digest(ticket.signature, expected) or ticket.purpose != purpose:
        return False
    return now < ticket.expires + leeway
