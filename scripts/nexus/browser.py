"""The browsers that the tests drive: found on the machine, else installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nexus import commands

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
FIREFOX = ("firefox-esr", "firefox")


def find() -> str | None:
    """Return the path of a Chromium or Chrome on this machine, or None."""
    named = os.environ.get("NEXUS_BROWSER")
    if named and Path(named).is_file():
        return named
    found = [path for name in PROGRAMS if (path := shutil.which(name))]
    found += [place for place in PLACES if Path(place).is_file()]
    return found[0] if found else None


def find_firefox() -> str | None:
    """Return the path of a Firefox on this machine, or None; as root on Debian, install it."""
    found = [path for name in FIREFOX if (path := shutil.which(name))]
    if not found and commands.may_install():
        commands.install(["firefox-esr"])
        return shutil.which("firefox-esr")
    return found[0] if found else None


def find_or_install() -> str | None:
    """Return the path of a browser, installing one where none is found; None if that fails.

    As root on Debian it comes from the package `chromium`; elsewhere Playwright fetches
    the Chromium that belongs to its version.
    """
    if path := find():
        return path
    if commands.may_install():
        commands.install(["chromium"])
        return find()
    print("Fetching Playwright's Chromium for the browser tests.", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, check=False).returncode != 0:
        return None
    code = "from playwright.sync_api import sync_playwright as s\n"
    code += "with s() as p: print(p.chromium.executable_path)"
    asked = [sys.executable, "-c", code]
    path = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return path if Path(path).is_file() else None
