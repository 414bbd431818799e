import secrets
from unittest.mock import patch

from django.conf import settings

settings.configure()

from django.core.cache import cache

NOON = 1_800_000_000.0
LOCK = "list:lock"


def take() -> str | None:
    """Take the lock for five seconds; return its token, or None if another has it."""
    token = secrets.token_hex(8)
    return token if cache.add(LOCK, token, timeout=5) else None


def give_back_any() -> None:
    """Give the lock back, whoever has it."""
    cache.delete(LOCK)


def give_back_own(token: str) -> None:
    """Give the lock back if it is still ours; Redis does both steps as one."""
    if cache.get(LOCK) == token:
        cache.delete(LOCK)


for careful in (False, True):
    cache.clear()
    with patch("time.time", return_value=NOON) as clock:
        slow = take()
        clock.return_value = NOON + 6  # longer than the lock lives
        second = take()
        print("the lock ended, the next one has it:", bool(slow and second))
        if careful:
            give_back_own(slow or "")
        else:
            give_back_any()
        print("a third one comes in as well:", bool(take()))
