import time
import uuid
from datetime import UTC, datetime

began = time.perf_counter()
print("an address:  ", object())
print("an identifier:", uuid.uuid4())
print("this moment: ", datetime.now(UTC))
print("a fixed day: ", datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
print(f"a duration:   {time.perf_counter() - began:.6f} s")
