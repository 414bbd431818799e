from collections.abc import Iterable, Mapping


def skill_gaps(
    wanted: Mapping[str, Iterable[str]], offered: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Store an empty list for each project without a gap."""
    known: set[str] = set()
    for skills in offered.values():
        known |= set(skills)
    return {slug: sorted(set(skills) - known) for slug, skills in wanted.items()}
