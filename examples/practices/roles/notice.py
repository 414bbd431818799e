# needs: board
"""What a frontend can do with an announcement: read it in its tests, with days to go."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import django

django.setup()

from rest_framework.test import APIClient

WARN_DAYS, FAIL_DAYS = 365, 90


def verdict(url: str, today: datetime) -> str:
    """Say whether a build should pass, warn or fail, by what the API announces."""
    headers = APIClient(SERVER_NAME="localhost").get(url).headers
    if "Sunset" not in headers:
        return "pass: nothing is announced"
    gone = parsedate_to_datetime(headers["Sunset"])
    since = datetime.fromtimestamp(int(headers["Deprecation"].removeprefix("@")), UTC)
    days = (gone - today).days
    word = "FAIL" if days < FAIL_DAYS else "warn" if days < WARN_DAYS else "pass"
    return f"{word}: deprecated since {since:%d %B %Y}, gone in {days} days: {headers['Link']}"


for month in (11, 12):
    print(verdict("/api/v1/stats/", datetime(2026, month, 1, tzinfo=UTC)))
print(verdict("/api/v1/stats/", datetime(2027, 9, 1, tzinfo=UTC)))
print(verdict("/api/v2/stats/", datetime(2027, 9, 1, tzinfo=UTC)))
