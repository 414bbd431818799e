import secrets
from collections.abc import Callable
from typing import Any

MISSING = object()


class Family:
    """Answers that one write makes obsolete together."""

    def __init__(self, store: Any, name: str) -> None:
        self.store = store
        self.name = name

    def read(self, parts: str, compute: Callable[[], Any]) -> Any:
        """Return the kept answer for these parts, or compute and keep it."""
        answer = self.store.get(f"{self.name}:{self._token()}:{parts}", MISSING)
        if answer is MISSING:
            answer = compute()
            self.store.set(f"{self.name}:{self._token()}:{parts}", answer)
        return answer

    def invalidate(self) -> None:
        """Make all kept answers of this family unreachable."""
        self.store.delete(f"token:{self.name}")

    def _token(self) -> str:
        key = f"token:{self.name}"
        self.store.add(key, secrets.token_hex(8))
        return str(self.store.get(key))
