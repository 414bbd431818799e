#!/bin/sh
# git calls .git/hooks/commit-msg with the file that holds the message.
exec python -c '
import sys
from pathlib import Path

from check_message import faults

found = faults(Path(sys.argv[1]).read_text(encoding="utf-8"))
for fault in found:
    print(fault)
sys.exit(bool(found))
' "$1"
