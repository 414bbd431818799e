"""Answers that many people ask for, computed once: versioned keys, one computation at a time.

Each family of answers has a token in the cache that is part of all its keys. A write deletes
the token when its transaction commits; the next reader makes a new one, so that nothing kept
under the old one is ever found again, and nothing has to be searched for or deleted.

What bounds the rest: an answer lives for `SECONDS`, even if an invalidation was lost
because Redis could not be reached at that moment.
"""

import hashlib
import json
import math
import random
import secrets
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import caches
from django.db import transaction

from config.caches import EPOCH

T = TypeVar("T")
Entry = tuple[T, float, float]  # an answer, when it ends, how many seconds it took

PROJECTS = "projects"  # lists of projects: what everybody sees of each
STATS = "stats"  # counters of the whole board

SECONDS = 60
LOCK_SECONDS = 5  # longer than any answer takes; after that, somebody else may try
WAIT_SECONDS = 0.01  # between two looks at whether the other one is done


# --8<-- [start:invalidate]
def invalidate(*families: str) -> None:
    """Make the cached answers of these families unreachable once the transaction commits.

    Call it in every write, inside the transaction. Before the commit it would be too
    early: a reader could compute the old answer again and keep it under the new token.
    """
    transaction.on_commit(lambda: caches["pages"].delete_many(map(_token_key, families)))


# --8<-- [end:invalidate]


# --8<-- [start:cached]
def cached(family: str, parts: object, compute: Callable[[], T]) -> T:
    """Return the answer from the cache, or compute and keep it.

    However many readers miss at once, one computes and the others wait for its answer.
    An answer near its end is computed again by one reader while it still serves the
    others; when is drawn at random, so that answers of one age do not all end together.

    Args:
        family: Whose writes make the answer obsolete: `PROJECTS` or `STATS`.
        parts: Everything that the answer depends on, as what JSON can hold.
        compute: Computes it. Its result must not depend on who asks.
    """
    # Inside a transaction we may see what others do not, or no longer see what they do.
    namespace = None if transaction.get_connection().in_atomic_block else _namespace(family)
    if namespace is None:
        return compute()
    pages = caches["pages"]
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    key = f"{namespace}:{digest}"
    patience = time.monotonic() + LOCK_SECONDS
    while time.monotonic() < patience:
        entry: Entry[T] | None = pages.get(key)
        if entry is not None and not _nearly_over(*entry[1:]):
            return entry[0]
        if pages.add(f"{key}:lock", 1, LOCK_SECONDS):
            return _compute_and_keep(key, entry, compute)
        if entry is not None:
            return entry[0]
        time.sleep(WAIT_SECONDS)
    return compute()


def _compute_and_keep(key: str, seen: Entry[T] | None, compute: Callable[[], T]) -> T:
    pages = caches["pages"]
    try:
        entry: Entry[T] | None = pages.get(key)
        if entry is None or entry == seen:  # nobody has finished between our look and our lock
            started = time.time()
            answer = compute()
            now = time.time()
            entry = (answer, now + SECONDS, now - started)
            pages.set(key, entry, SECONDS)
        return entry[0]
    finally:
        pages.delete(f"{key}:lock")


def _nearly_over(ends: float, cost: float) -> bool:
    """Decide whether to compute early: likelier the nearer the end and the dearer the answer.

    The rule is "XFetch" (Vattani and others, "Optimal Probabilistic Cache Stampede
    Prevention", 2015): -log of a random number is 1 on average, and rarely many.
    """
    return time.time() - cost * math.log(1 - random.random()) >= ends


# --8<-- [end:cached]


def _token_key(family: str) -> str:
    return f"token:{family}"


def _namespace(family: str) -> str | None:
    """Return what today's keys of a family begin with; None when there is no cache now."""
    pages = caches["pages"]
    keys = [EPOCH, _token_key(family)]
    tokens: dict[str, Any] = pages.get_many(keys)
    if len(tokens) < len(keys):
        for key in keys:
            # `add` keeps the token of whoever came first. A random one is never used twice.
            pages.add(key, secrets.token_hex(8), timeout=None)
        tokens = pages.get_many(keys)
    return ":".join(tokens[key] for key in keys) if len(tokens) == len(keys) else None
