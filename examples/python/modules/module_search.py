"""Label the entries of sys.path in the order in which Python searches them."""

import sys
from importlib.machinery import PathFinder


def label(entry: str) -> str:
    """Say what one entry of sys.path is for, or return an empty string."""
    if PathFinder.find_spec("slugs", [entry]):
        return "the folder of the script"
    if PathFinder.find_spec("json", [entry]):
        return "the standard library"
    if entry.endswith(("site-packages", "dist-packages")):
        return "site-packages, where pip installs"
    return ""


labels = dict.fromkeys(label(entry) for entry in sys.path)
for place, text in enumerate(filter(None, labels), start=1):
    print(place, text)
print("sys is built into the interpreter:", "sys" in sys.builtin_module_names)
