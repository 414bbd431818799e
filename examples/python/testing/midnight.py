from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def stamp_twice(clock: Clock) -> str:
    """Reads the clock two times: wrong when midnight lies between."""
    return f"{clock():%Y-%m-%d} {clock():%H:%M}"


def stamp_once(clock: Clock) -> str:
    """Reads the clock one time."""
    return f"{clock():%Y-%m-%d %H:%M}"


for stamp in (stamp_twice, stamp_once):
    ticks = [datetime(2026, 3, 1, 23, 59, 59), datetime(2026, 3, 2, 0, 0, 0)]
    print(stamp.__name__, stamp(iter(ticks).__next__))
