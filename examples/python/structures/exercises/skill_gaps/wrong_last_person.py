from collections.abc import Iterable, Mapping


def skill_gaps(
    wanted: Mapping[str, Iterable[str]], offered: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Forget everyone but the last person: `=` replaces the set."""
    known: set[str] = set()
    for skills in offered.values():
        known = set(skills)
    gaps: dict[str, list[str]] = {}
    for slug, skills in wanted.items():
        if missing := set(skills) - known:
            gaps[slug] = sorted(missing)
    return gaps
