"""What each way promises, with the hundred requests of `counting.py`."""

from collections.abc import Callable
from functools import cache

import pytest

import counting

STEPS = ["step_0", "step_1", "step_2", "step_3", "step_4", "step_5"]
outcome = cache(counting.outcome)


def broken_in(*steps: str) -> Callable:
    """Run a test on each step. On these it must fail: if it passes, say so (strict)."""
    broken = pytest.mark.xfail(reason="as the case says", strict=True)
    marked = [pytest.param(step, marks=broken if step in steps else ()) for step in STEPS]
    return pytest.mark.parametrize("step", marked)


@broken_in("step_0")
def test_nobody_waits_for_the_mail_server(step):
    waited = outcome(step)["waited"]
    assert waited == 0, f"{waited} of 100 requests waited for the mail server"


@broken_in("step_0", "step_1", "step_2", "step_3", "step_4")
def test_every_request_is_answered(step):
    errors = outcome(step)["error 500"]
    assert errors == 0, f"{errors} of 100 requests ended in an error 500"


@broken_in("step_0")
def test_no_mail_tells_what_was_rolled_back(step):
    false = outcome(step)["about nothing"]
    assert false == 0, f"{false} owners were told of a request that does not exist"


@broken_in("step_1", "step_2", "step_3", "step_4")
def test_no_mail_is_lost(step):
    lost = outcome(step)["lost"]
    assert lost == 0, f"{lost} requests were saved, and nobody was told"


@broken_in("step_3")
def test_no_mail_comes_twice(step):
    doubled = outcome(step)["doubled"]
    assert doubled == 0, f"{doubled} owners were told twice"
