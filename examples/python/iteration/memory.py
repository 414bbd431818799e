import tracemalloc
from collections.abc import Callable, Iterator
from itertools import tee


def posts() -> Iterator[str]:
    """Yield many short posts."""
    return (f"post {number}" for number in range(50_000))


def with_generator() -> int:
    """Count letters while the posts flow by."""
    return sum(len(post) for post in posts())


def with_list() -> int:
    """Build every post first, then count letters."""
    return sum(len(post) for post in list(posts()))


def with_tee() -> int:
    """Read one copy to its end before the other."""
    first, second = tee(posts())
    return sum(len(post) for post in first) + sum(1 for _ in second)


def peak(job: Callable[[], int]) -> int:
    """Return the most memory, in bytes, held during the job."""
    tracemalloc.start()
    job()
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest


lazy, built, split = peak(with_generator), peak(with_list), peak(with_tee)
print("same answer:", with_generator() == with_list())
print("list at least 50 times the generator's peak:", built >= 50 * lazy)
print("tee at least 0.9 times the list's peak:", split >= 0.9 * built)
