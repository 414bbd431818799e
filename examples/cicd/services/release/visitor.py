"""Somebody who keeps reading while the version changes, until the file `enough` is there."""

import time
import urllib.request
from pathlib import Path

front = Path("front").read_text()
versions, failed = [], 0
while not Path("enough").exists():
    try:
        versions.append(urllib.request.urlopen(f"{front}/projects", timeout=5).read().decode())
    except OSError:
        failed += 1
    Path("reading").touch()
    time.sleep(0.01)
print(f"the visitor met {', then '.join(dict.fromkeys(versions))}; failed requests: {failed}")
