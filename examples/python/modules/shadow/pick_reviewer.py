# needs: subprocess
"""Pick the person who reviews the next join request."""

import random
from pathlib import Path

try:
    print(random.choice(["Ada", "Lin", "Sam"]))
except AttributeError as error:
    # Python 3.13 and later add a hint in parentheses: cut it, so that all agree.
    print("AttributeError:", str(error).partition(" (")[0])
    beside = Path(random.__file__).parent == Path(__file__).parent
    print("random is a file beside this script:", beside)
