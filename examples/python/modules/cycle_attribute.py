"""Use an attribute of a module that is still being run."""

import re

try:
    import cycle_attr.projects

    print(cycle_attr.projects.hosts())
except AttributeError as error:
    # Python 3.13 and later add "from '<path>'": cut it, so that all agree.
    print("AttributeError:", re.sub(r" from '.*?'", "", str(error)))
