# needs: board
from unittest.mock import patch

import django

django.setup()

from config.caches import PAUSE, Link

asked = 0
link = Link()
with patch("time.monotonic", return_value=1_000.0) as clock:
    for second in range(10):
        clock.return_value = 1_000.0 + second
        for _ in range(20):  # twenty requests in each second; Redis is away
            if link.may_try():
                asked += 1
                link.failed(ConnectionError("refused"))
print(f"200 reads, {asked} tried, a pause of {PAUSE:.0f} seconds between")

link.answered()
print("Redis is back, tried at once:", all(link.may_try() for _ in range(3)))
