# needs: board
"""What the design allows at most, and what one answer weighs: measured, not guessed."""

import django

django.setup()

from django.conf import settings
from rest_framework.test import APIClient

from projects.models import Post

POSTS_A_YEAR, READS_AT_PEAK = 300_000, 35  # from estimate.py

longest = sum(Post._meta.get_field(name).max_length for name in ("title", "body"))
print(f"a post has at most {longest:,} characters,")
print(f"a year of the longest posts at most {POSTS_A_YEAR * longest * 4 / 1e9:.1f} GB in UTF-8")

answer = APIClient(SERVER_NAME="localhost").get("/api/v2/projects/")
rows = len(answer.json()["results"])
print(f"a page of {rows} projects weighs {len(answer.content) / 1000:.0f} kB,")
print(f"the peak {len(answer.content) * READS_AT_PEAK * 8 / 1e6:.0f} Mbit a second")

print(f"a request body has at most {settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024} KiB")
