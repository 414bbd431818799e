import math
import random

TIMEOUT, COST = 60.0, 2.0  # seconds that an answer lives, and that it takes to compute
draw = random.Random(7)  # the same numbers on each run; in production, plain `random`


def too_late(now: float, ends: float) -> bool:
    """Compute when the answer has ended."""
    return now >= ends


def early(now: float, ends: float) -> bool:
    """Compute a little before, at a random moment: XFetch."""
    return now - COST * math.log(1 - draw.random()) >= ends


for rule in (too_late, early):
    ends, done = TIMEOUT, math.inf  # `done`: when the computation under way is finished
    computed = waited = 0
    for tick in range(6_000):  # ten readers a second, for ten minutes
        now = tick / 10
        if now >= done:
            ends, done = done + TIMEOUT, math.inf
        if done == math.inf and rule(now, ends):
            computed, done = computed + 1, now + COST
        if now >= ends:
            waited += 1  # there is no answer to give meanwhile
    print(f"{rule.__name__:8}: computed {computed} times, {waited} of 6000 readers waited")
