"""guard.py FILE…: find what made our pipeline red, or green, for the wrong reason."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml


def faults(workflow: dict) -> Iterator[str]:
    for job in workflow["jobs"].values():
        shell = job.get("defaults", {}).get("run", {}).get("shell")
        for step in job["steps"]:
            script, key = step.get("run", ""), step.get("with", {}).get("key", "hashFiles")
            if re.search(r"(?<!\|)\|(?!\|)", script) and step.get("shell", shell) != "bash":
                yield f"{step['name']}: a pipe without `shell: bash` hides a failure"
            if re.fullmatch(r"\s*cd \S+\s*", script):
                yield f"{step['name']}: `cd` ends with its step"
            if "hashFiles" not in key:
                yield f"{step['uses'].partition('@')[0]}: the key does not change with the lock"


found = [fault for file in sys.argv[1:] for fault in faults(yaml.safe_load(Path(file).read_text()))]
print("\n".join(found), end="\n" if found else "")
sys.exit(bool(found))
