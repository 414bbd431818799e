"""Use an attribute of a module that is still being run."""

import re
from importlib import import_module

try:
    import_module("cycle_attr.projects")
except AttributeError as error:
    # Python 3.13 and later add "from '<path>'": cut it, so that all agree.
    print("AttributeError:", re.sub(r" from '.*?'", "", str(error)))
