from functools import total_ordering


@total_ordering
class SkillLevel:
    """A skill and how well a person knows it; a value, never changed."""

    def __init__(self, skill: str, level: int) -> None:
        self._key = (level, skill)

    def __repr__(self) -> str:
        level, skill = self._key
        return f"SkillLevel({skill!r}, {level})"

    def __str__(self) -> str:
        level, skill = self._key
        return f"{skill} at level {level}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SkillLevel):
            return NotImplemented
        return self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, SkillLevel):
            return NotImplemented
        return self._key < other._key


if __name__ == "__main__":
    sql, again, css = SkillLevel("sql", 2), SkillLevel("sql", 2), SkillLevel("css", 1)
    print(sql, [css])
    print(sql == again, sql is again, len({sql, again, css}))
    print(sorted([sql, css]), max(sql, css), sql >= css)
    print(sql == "sql")
