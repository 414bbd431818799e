from collections.abc import Iterable, Mapping


def skill_gaps(
    wanted: Mapping[str, Iterable[str]], offered: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Return, for each project with a gap, the wanted skills that nobody offers."""
    known: set[str] = set()
    for skills in offered.values():
        known |= set(skills)
    gaps: dict[str, list[str]] = {}
    for slug, skills in wanted.items():
        if missing := set(skills) - known:
            gaps[slug] = sorted(missing)
    return gaps
