from given import Row

from task import page

ROWS = [Row("2026-05-01", 1), Row("2026-05-02", 2), Row("2026-05-02", 3), Row("2026-05-03", 4)]


def ids(found):
    """Return the ids of a page."""
    return [row.id for row in found.rows]


def test_pages_follow_one_another():
    one = page(ROWS, 3)
    two = page(ROWS, 3, one.end_cursor)
    assert (ids(one), ids(two)) == ([1, 2, 3], [4])
    assert (one.has_next_page, two.has_next_page) == (True, False)


def test_rows_of_the_same_moment_are_not_lost():
    one = page(ROWS, 2)
    assert ids(page(ROWS, 2, one.end_cursor)) == [3, 4], "2 and 3 were created together"


def test_a_full_last_page_promises_nothing():
    assert page(ROWS, 4).has_next_page is False, "nothing follows the fourth row"


def test_the_row_of_the_cursor_may_have_vanished():
    one = page(ROWS, 2)
    left = [row for row in ROWS if row.id != 2]
    assert ids(page(left, 2, one.end_cursor)) == [3, 4], "a cursor is a place, not a row"


def test_a_new_row_before_the_cursor_shifts_nothing():
    one = page(ROWS, 2)
    grown = [Row("2026-04-30", 9), *ROWS]
    assert ids(page(grown, 2, one.end_cursor)) == [3, 4]


def test_an_empty_page_has_no_cursor():
    nothing = page([], 2)
    assert (ids(nothing), nothing.end_cursor, nothing.has_next_page) == ([], None, False)
