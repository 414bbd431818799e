from functools import total_ordering


@total_ordering
class SkillLevel:
    """A skill and how well a person knows it; a value, never changed."""

    def __init__(self, skill: str, level: int) -> None:
        self._skill = skill
        self._level = level

    def __repr__(self) -> str:
        return f"SkillLevel({self._skill!r}, {self._level})"

    def __str__(self) -> str:
        return f"{self._skill} at level {self._level}"

    def _key(self) -> tuple[int, str]:
        return (self._level, self._skill)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SkillLevel):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, SkillLevel):
            return NotImplemented
        return self._key() < other._key()


if __name__ == "__main__":
    sql, again, css = SkillLevel("sql", 2), SkillLevel("sql", 2), SkillLevel("css", 1)
    print("str:", sql, "| repr:", [sql])
    print("equal:", sql == again, "| same object:", sql is again)
    print("different ones in a set:", len({sql, again, css}))
    print("sorted:", sorted([sql, css]), "| sql >= css:", sql >= css)
    print("equal to a text:", sql == "sql")
