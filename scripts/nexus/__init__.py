"""The machinery of the site: page -> example -> run -> verified output.

This file alone is kept readable for old Pythons, so that they get a sentence
instead of a SyntaxError; every other module needs Python 3.11.5 or newer.
"""

import sys

if sys.version_info < (3, 11, 5):
    raise SystemExit(
        "Python 3.11.5 or newer is needed; this is Python {}.{}.{} ({}).\n"
        "Install a newer one from https://www.python.org/downloads/ and run the same "
        "command with it, for example: python3.13 {}".format(
            sys.version_info[0],
            sys.version_info[1],
            sys.version_info[2],
            sys.executable,
            " ".join(sys.argv),
        )
    )
