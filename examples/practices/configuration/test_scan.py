"""What the scan finds, and what it does not take for a secret."""

import pytest

from scan import findings


@pytest.mark.parametrize(
    "line",
    [
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "token = ghp_" + "a1B2" * 9,
        "amqp://board:s3cr3t@queue:5672",
    ],
)
def test_a_secret_is_found(line: str) -> None:
    assert findings(line)


@pytest.mark.parametrize(
    "line",
    ["SECRET_KEY=", "key = os.environ['SECRET_KEY']", "amqp://board:${PASSWORD}@queue:5672"],
)
def test_a_name_of_a_secret_is_none(line: str) -> None:
    assert not findings(line)
