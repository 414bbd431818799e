import pytest

from counting import CALLS, count_calls


@pytest.fixture(autouse=True)
def fresh_counts():
    CALLS.clear()
    yield
    CALLS.clear()


def test_calls_are_counted_and_results_pass_through():
    @count_calls
    def double(number: int) -> int:
        return 2 * number

    assert [double(1), double(number=2)] == [2, 4]
    assert CALLS == {"double": 2}


def test_a_call_that_fails_counts_too():
    @count_calls
    def explode() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        explode()
    assert CALLS["explode"] == 1


def test_name_and_docstring_survive():
    @count_calls
    def announce() -> None:
        """Announce a project."""

    assert (announce.__name__, announce.__doc__) == ("announce", "Announce a project.")
