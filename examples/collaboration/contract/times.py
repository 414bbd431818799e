from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

created = datetime.fromisoformat("2026-03-01T22:30:00Z")
print("Z and +00:00:", created == datetime.fromisoformat("2026-03-01T22:30:00+00:00"))
print("as text:     ", "2026-03-01T22:30:00Z" == "2026-03-01T22:30:00+00:00")

for zone in ("UTC", "Africa/Nairobi", "America/New_York"):
    print(f"{zone:<17}", created.astimezone(ZoneInfo(zone)).isoformat())

deadline = date.fromisoformat("2026-03-02")  # a day on a calendar, in no zone
print("deadline:", deadline.isoformat())

meeting = datetime(2026, 3, 30, 9, tzinfo=ZoneInfo("Europe/Berlin"))
print("9:00 in Berlin, after the clocks change:", meeting.astimezone(UTC).isoformat())
