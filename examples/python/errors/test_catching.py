import pytest

from catching import read_request


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ('{"person": "Lin", "hours": 6}', "Lin offers 6 hours"),
        ("", "not JSON: line 1, column 1"),
        ('{"hours": 6}', "missing field: 'person'"),
        ('{"person": "Lin", "hours": "six"}', "wrong value: ValueError"),
        ("[]", "wrong value: TypeError"),
    ],
)
def test_each_failure_gets_its_own_answer(body: str, answer: str) -> None:
    assert read_request(body) == answer
