from functools import lru_cache

PROJECTS = {"clinic": {"django", "react"}, "atlas": {"django"}}


@lru_cache(maxsize=128)
def matching(skills: frozenset[str]) -> tuple[str, ...]:
    """Return the projects that need all these skills."""
    return tuple(slug for slug, needed in PROJECTS.items() if skills <= needed)


try:
    matching(["django", "react"])  # a list cannot be a cache key
except TypeError as error:
    print(f"{type(error).__name__}: {error}")

print(matching(frozenset(["django", "react"])))
print(matching(frozenset(["react", "django"])))
print(matching.cache_info())
