# needs: subprocess
import subprocess
import sys

from django.conf import settings

settings.configure()  # without CACHES: LocMemCache

from django.core.cache import cache


def other_process(code: str) -> str:
    """Run code in another process of the same site, as gunicorn has several."""
    start = "from django.conf import settings; settings.configure()\n"
    start += "from django.core.cache import cache\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


cache.set("title", "Tea timer")
print("here:", cache.get("title"))
print("there:", other_process("print(cache.get('title'))"))

print("there, delete:", other_process("print(cache.delete('title'))"))
print("here, still:", cache.get("title"))
