from given import Page, Row, decode, encode


def page(rows: list[Row], first: int, after: str | None = None) -> Page:
    """Return the rows after the cursor, the cursor of the last one, and whether more follow."""
    if after is not None:
        rows = rows[rows.index(Row(*decode(after))) + 1 :]
    shown = rows[:first]
    end = encode(shown[-1]) if shown else None
    return Page(shown, end, has_next_page=len(rows) > first)
