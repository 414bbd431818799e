from collections.abc import Iterable, Mapping


def skill_gaps(
    wanted: Mapping[str, Iterable[str]], offered: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Search a list of all offered skills again for each wanted one."""
    known = [skill for skills in offered.values() for skill in skills]
    gaps: dict[str, list[str]] = {}
    for slug, skills in wanted.items():
        missing = {skill for skill in skills if skill not in known}
        if missing:
            gaps[slug] = sorted(missing)
    return gaps
