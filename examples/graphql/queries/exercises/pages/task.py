from given import Page, Row, decode, encode


def page(rows: list[Row], first: int, after: str | None = None) -> Page:
    """Return the rows after the cursor, the cursor of the last one, and whether more follow."""
    raise NotImplementedError("write the page")
