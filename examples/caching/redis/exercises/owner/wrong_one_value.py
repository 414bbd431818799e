from typing import Any

KEY = "report:lock"
SECONDS = 30


def take(store: Any) -> str | None:
    """Take the lock; return a token, or None when another has it."""
    return "locked" if store.add(KEY, "locked", SECONDS) else None


def give_back(store: Any, token: str) -> bool:
    """Give the lock back; return whether it was still ours."""
    return bool(store.delete_if(KEY, token))
