from collections.abc import Iterable, Mapping


def skill_gaps(
    wanted: Mapping[str, Iterable[str]], offered: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Return, for each project with a gap, the wanted skills that nobody offers."""
    gaps: dict[str, list[str]] = {}
    # write your answer here
    return gaps
