Rule = tuple[set[str], set[str]]


def closure(columns: set[str], rules: list[Rule]) -> set[str]:
    """Return all columns that ``columns`` decide."""
    return set(columns)


def breaking(table: set[str], rules: list[Rule]) -> list[Rule]:
    """Return the rules whose left side decides something in ``table``, but not all of it."""
    return []
