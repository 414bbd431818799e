"""What the reader's browser runs: Python, PostgreSQL, an editor, and the running project.

`publishing.prepare()` fetches what `lock.toml` pins and builds from it, in a cache outside the
repository; `publishing.publish()` puts the result under `run/` of a built site, with a
manifest that names each file and its size. Nothing of it is committed, and nothing is
fetched twice.

`wanted.toml` says what we want, `lock.toml` what exactly that is:
`python3 scripts/test.py --lock` writes the second anew from the first.
"""

import os

SWITCH = "NEXUS_RUN"  # set to "no" by --no-run


def enabled() -> bool:
    """Whether the site that is being built can run examples in the page."""
    return os.environ.get(SWITCH, "yes") != "no"
