Rule = tuple[set[str], set[str]]


def closure(columns: set[str], rules: list[Rule]) -> set[str]:
    """Return all columns that ``columns`` decide."""
    known = set(columns)
    before = -1
    while len(known) > before:
        before = len(known)
        for left, right in rules:
            if left <= known:
                known |= right
    return known


def breaking(table: set[str], rules: list[Rule]) -> list[Rule]:
    """Return the rules whose left side decides something in ``table``, but not all of it."""
    return [
        (left, right)
        for left, right in rules
        if not right <= left and not table <= closure(left, rules)
    ]
