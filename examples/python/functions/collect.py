from collections.abc import Callable
from typing import Any


def post(author: str, kind: str = "progress", *tags: str, **fields: Any) -> str:
    """Show where each argument of a call lands."""
    return f"author={author!r} kind={kind!r} tags={tags} fields={fields}"


def as_ada(action: Callable[..., str], *args: Any, **kwargs: Any) -> str:
    """Call any action with Ada as its first argument; pass the rest on."""
    return action("Ada", *args, **kwargs)


if __name__ == "__main__":
    print(post("Ada"))
    print(post("Ada", kind="blocker"))
    print(post("Ada", "blocker", "redis", "docker", minutes=30))

    position = ["Lin", "solution", "redis"]
    named: dict[str, Any] = {"minutes": 5, "solves": 41}
    print(post(*position, **named))

    print(as_ada(post, "blocker", "redis", minutes=30))
