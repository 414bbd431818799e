import secrets
from typing import Any

KEY = "report:lock"
SECONDS = 30


def take(store: Any) -> str | None:
    """Take the lock; return a token, or None when another has it."""
    token = secrets.token_hex(8)
    return token if store.add(KEY, token, SECONDS) else None


def give_back(store: Any, token: str) -> bool:
    """Give the lock back; return whether it was still ours."""
    if store.get(KEY) != token:
        return False
    store.delete(KEY)
    return True
