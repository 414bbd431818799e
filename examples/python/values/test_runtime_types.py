from runtime_types import double


def test_int_and_bool_are_doubled():
    assert double(4) == 8
    assert double(True) == 2


def test_hints_are_not_checked_when_the_program_runs():
    assert double(2.5) == 5.0
    assert double("ab") == "abab"
    assert double(["sql"]) == ["sql", "sql"]
