# raises: TypeError
from datetime import UTC, datetime

deadline = datetime.fromisoformat("2026-03-02T09:00:00")  # no zone was agreed
now = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
print("too late" if deadline < now else "still open")
