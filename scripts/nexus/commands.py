"""Commands that only have to succeed, Debian's installer among them."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence


def failure(
    command: Sequence[str], environment: Mapping[str, str] | None = None, given: str = ""
) -> str | None:
    """Run ``command``; return None, or the end of what it said when it failed.

    Args:
        command: the program and its arguments.
        environment: its whole environment; ours where None.
        given: its input.
    """
    done = subprocess.run(
        command,
        env=environment,
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return None if done.returncode == 0 else " ".join(done.stdout.split())[-400:]


def may_install() -> bool:
    """Whether this is Debian, or a system like it, and we may install its packages."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: Sequence[str]) -> str | None:
    """Install Debian's ``packages``; return None, or why that failed.

    Another installer at work is waited for.
    """
    began = time.monotonic()
    print(f"Installing Debian's {' '.join(packages)}.", flush=True)
    patient = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    failure([*patient, "update"], quiet)  # what the index lacks, the next line reports
    if why := failure([*patient, "install", "-y", "--no-install-recommends", *packages], quiet):
        return why
    print(f"Installed after {time.monotonic() - began:.0f} s.", flush=True)
    return None
