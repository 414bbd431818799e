# needs: posix
import os
import time
from datetime import UTC, datetime, timedelta, timezone

NEW_YEAR = 1_767_218_400
NAIROBI = timezone(timedelta(hours=3))  # whose clocks never change

for zone in ("UTC", "EAT-3"):  # as one laptop and one server have it
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, "naive:", datetime.fromtimestamp(NEW_YEAR).date())
print("in UTC:    ", datetime.fromtimestamp(NEW_YEAR, UTC).date())
print("in Nairobi:", datetime.fromtimestamp(NEW_YEAR, NAIROBI).date())
