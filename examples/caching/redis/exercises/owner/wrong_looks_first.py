import secrets
from typing import Any

KEY = "report:lock"
SECONDS = 30


def take(store: Any) -> str | None:
    """Take the lock; return a token, or None when another has it."""
    if store.get(KEY) is not None:
        return None
    token = secrets.token_hex(8)
    store.delete(KEY)
    store.add(KEY, token, SECONDS)
    return token


def give_back(store: Any, token: str) -> bool:
    """Give the lock back; return whether it was still ours."""
    return bool(store.delete_if(KEY, token))
