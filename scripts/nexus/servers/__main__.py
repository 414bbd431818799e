"""Start servers from a shell: ``python3 -m nexus.servers`` in ``scripts/``."""

import argparse
import os
import shlex
import signal
import subprocess
import sys

from nexus.problems import NexusError
from nexus.servers import NAMES, WAYS, start


def main() -> int:
    """Start servers, then run a command against them or wait for Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="python3 -m nexus.servers",
        description="Start PostgreSQL, Redis and RabbitMQ, print their addresses, and stop them "
        "when the given command ends or at Ctrl+C.",
    )
    parser.add_argument("--only", action="append", choices=NAMES, help="one of them; repeatable")
    parser.add_argument("--way", action="append", choices=WAYS, help="only this way; repeatable")
    parser.add_argument("command", nargs="*", help="a command to run against them, after --")
    options = parser.parse_args()
    # Ended from outside, they stop as at Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with start(options.only or NAMES, ways=options.way or WAYS) as servers:
        environment = servers.environment()
        if options.command:
            done = subprocess.run(options.command, env=os.environ | environment, check=False)
            return done.returncode
        for name, url in environment.items():
            print(f"export {name}={shlex.quote(url)}", flush=True)
        print("Ctrl+C stops them.", file=sys.stderr, flush=True)
        signal.pause()
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except NexusError as error:
        print(f"\n{error}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        raise SystemExit(130) from None
