import gc
import weakref
from functools import cache, lru_cache

members = {"clinic": 2, "atlas": 5, "recipes": 3}


@lru_cache(maxsize=2)
def team_size(slug: str) -> int:
    """Pretend that counting members is slow."""
    return members[slug]


team_size("clinic")
members["clinic"] = 9
print("old answer:", team_size("clinic"))
team_size.cache_clear()
print("after cache_clear():", team_size("clinic"))

team_size(slug="clinic")
print("two spellings, entries:", team_size.cache_info().currsize)
team_size("atlas")
print("third entry, still:", team_size.cache_info().currsize)


class Report:
    """A report with a cached method."""

    @cache  # noqa: B019  (kept to show what ruff warns about)
    def total(self) -> int:
        """Add up the members of all projects."""
        return sum(members.values())


report = Report()
report.total()
watch = weakref.ref(report)  # finds the report without keeping it alive
del report
gc.collect()  # frees what nothing refers to
print("deleted report still in memory:", watch() is not None)
