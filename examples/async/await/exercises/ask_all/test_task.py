import asyncio

import pytest

from task import ask_all


class Services:
    """Services that answer after 0.05 seconds, but for those that are slow or broken."""

    def __init__(self):
        self.now = self.most = 0

    async def ask(self, name):
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(1.5 if name == "slow" else 0.05)
        finally:
            self.now -= 1
        if name == "broken":
            raise ConnectionRefusedError("broken")
        if name == "bug":
            raise KeyError("state")
        return "up"


NAMES = [f"service {number}" for number in range(9)]


def test_several_are_asked_at_a_time_and_never_more():
    services = Services()
    states = asyncio.run(ask_all(services.ask, NAMES, at_once=3, seconds=2))
    assert services.most > 1, "they were asked one after the other"
    assert services.most == 3, f"{services.most} were asked at once"
    assert list(states) == NAMES, "the order of the names is lost"
    assert set(states.values()) == {"up"}


def test_a_slow_and_a_broken_service_harm_nobody_else():
    names = ["slow", "mail", "broken", "storage"]
    states = asyncio.run(ask_all(Services().ask, names, at_once=2, seconds=0.5))
    assert states == {
        "slow": "unavailable",
        "mail": "up",
        "broken": "unavailable",
        "storage": "up",
    }


def test_each_service_has_the_whole_time():
    states = asyncio.run(ask_all(Services().ask, NAMES, at_once=1, seconds=0.3))
    assert set(states.values()) == {"up"}, (
        "waiting for a free place counted: the timeout belongs inside the semaphore"
    )


def test_a_bug_is_no_state():
    with pytest.raises((KeyError, ExceptionGroup)):
        asyncio.run(ask_all(Services().ask, ["mail", "bug"], at_once=2, seconds=2))


def test_it_can_be_cancelled():
    async def leave_early():
        async with asyncio.timeout(0.1):
            await ask_all(Services().ask, ["slow", "slow too"], at_once=1, seconds=20)

    with pytest.raises(TimeoutError):
        asyncio.run(leave_early())
