"""The board while servers fail: `examples/board/tests/faults` on real servers of our own."""

import re

import pytest

import board
from conftest import possible


@pytest.mark.slow("stops and kills PostgreSQL, Redis and RabbitMQ")
def test_nothing_that_a_user_sees_is_lost_or_doubled(capsys: pytest.CaptureFixture[str]) -> None:
    run = possible(board.faults())
    with capsys.disabled():
        print(f"\n{run.summary}")
        for line in re.findall(r"^faults: (.+)$", run.output, re.M):
            print(f"  {line}")
    run.check()
    assert "skipped" not in run.summary, run.output
