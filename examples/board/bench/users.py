"""A locust file: users who send the requests of a plan, one after the other, without a pause.

`run.py` writes the plan and reads the times. Locust's own report rounds them to whole
milliseconds, which is too coarse for answers that take two.
"""

import json
import os
import time
from itertools import cycle
from pathlib import Path
from typing import Any

from locust import FastHttpUser, events, task
from locust.exception import StopUser

WARM_UP = 0.5  # seconds after the first answer that do not count

_plan = json.loads(Path(os.environ["BENCH_PLAN"]).read_text(encoding="utf-8"))
_requests = iter(_plan["requests"]) if _plan["once"] else cycle(_plan["requests"])
_arrivals: list[tuple[float, float]] = []  # when, and after how many milliseconds
_failures: list[str] = []


class User(FastHttpUser):
    """One client with one connection."""

    @task
    def ask(self) -> None:
        """Send the next request of the plan; when there is none left, go."""
        wanted = next(_requests, None)
        if wanted is None:
            raise StopUser
        self.client.request(name="all", **wanted)


def _note(response_time: float, exception: Exception | None, **_: Any) -> None:
    if exception is not None:
        _failures.append(str(exception))
    _arrivals.append((time.perf_counter(), response_time))


def _tell(**_: Any) -> None:
    begin = _arrivals[0][0] + WARM_UP if _arrivals else 0.0
    counted = [(when, took) for when, took in _arrivals if when > begin]
    result = {
        "times": [took for _, took in counted],
        "seconds": counted[-1][0] - begin if counted else 0.0,
        "failures": _failures[:3],
    }
    Path(os.environ["BENCH_RESULT"]).write_text(json.dumps(result), encoding="utf-8")


events.request.add_listener(_note)  # type: ignore[no-untyped-call]
events.quitting.add_listener(_tell)  # type: ignore[no-untyped-call]
