import pytest

from task import fill_in


def test_a_value_is_filled_in():
    assert fill_in("redis://${HOST}:${PORT}", {"HOST": "redis", "PORT": "6379"}) == (
        "redis://redis:6379"
    )


def test_a_missing_value_without_a_default_is_empty():
    assert fill_in("[${HOST}]", {}) == "[]"


def test_a_default_stands_in():
    assert fill_in("${PORT:-8000}", {}) == "8000"
    assert fill_in("${PORT:-8000}", {"PORT": "9000"}) == "9000"


def test_an_empty_value_takes_the_default_too():
    assert fill_in("${PORT:-8000}", {"PORT": ""}) == "8000", (
        "with a colon, an empty value takes the default"
    )


@pytest.mark.parametrize("variables", [{}, {"PASSWORD": ""}])
def test_a_required_value_is_demanded(variables):
    with pytest.raises(ValueError) as caught:
        fill_in("${PASSWORD:?set it in .env}", variables)
    assert str(caught.value) == "required variable PASSWORD is missing a value: set it in .env"


def test_a_required_value_is_filled_in():
    assert fill_in("${PASSWORD:?set it}", {"PASSWORD": "hunter2"}) == "hunter2"


def test_two_dollars_are_one_and_protect_what_follows():
    assert fill_in("echo $${HOME} costs 5$$", {"HOME": "/root"}) == "echo ${HOME} costs 5$", (
        "$$ is one dollar sign, and the braces behind it stay"
    )


def test_a_value_is_not_filled_in_again():
    assert fill_in("${A}", {"A": "${B}", "B": "no"}) == "${B}"
