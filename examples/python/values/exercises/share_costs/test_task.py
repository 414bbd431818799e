from task import share


def test_the_example_of_the_statement():
    assert share("10.00", 3) == (333, 1), "of 10.00, each pays 333 cents and 1 cent is left"


def test_no_cent_is_lost_on_the_way():
    assert share("19.99", 1) == (1999, 0), (
        "one member pays all of 19.99; a float is slightly less than 19.99, so int() drops a cent"
    )


def test_the_members_never_pay_more_than_the_bill():
    assert share("20.00", 3) == (666, 2), (
        "667 from each of three would be 2001 cents: the share is rounded down, the rest is given"
    )


def test_a_large_bill_is_exact():
    assert share("12345678901234567.89", 2) == (617283945061728394, 1), (
        "a float keeps about 16 digits; Decimal and int keep them all"
    )


def test_the_answers_are_whole_numbers():
    each, rest = share("8.00", 4)
    assert isinstance(each, int), f"the share is {each!r}: / gives a float, // between ints an int"
    assert isinstance(rest, int), f"the rest is {rest!r}, which is not an int"
