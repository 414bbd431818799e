"""The command board-hours."""

from datetime import datetime
from zoneinfo import ZoneInfo


def main() -> None:
    """Print one meeting in the time zones of the team."""
    meeting = datetime(2026, 3, 2, 18, 0, tzinfo=ZoneInfo("Africa/Nairobi"))
    for zone in ["Africa/Nairobi", "Africa/Lagos", "UTC"]:
        print(f"{meeting.astimezone(ZoneInfo(zone)):%H:%M} {zone}")
