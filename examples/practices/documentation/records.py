# needs: files
# where: repository
"""Each decision record says its context, its choice and its consequences, in this order."""

import re
from pathlib import Path

PARTS = ["Context", "Choice", "Consequences"]
FOLDER = Path("docs/contributing/decisions")

records = [file for file in FOLDER.glob("*.md") if file.stem != "index"]
incomplete = [
    file.stem
    for file in records
    if re.findall(r"^\*\*(\w+)\.\*\*", file.read_text("utf-8"), re.M) != PARTS
]
print("at least seven records:", len(records) >= 7)
print("incomplete:", incomplete or "none")
