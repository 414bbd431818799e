"""Servers that another program may stop and start while it tests what happens then.

The tests serve their servers on a socket; the other program runs this file as a command:

    python3 control.py SOCKET stop|start|kill|restart|pause|unpause NAME

It stands alone, so the other program needs nothing of ours.
"""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Any

ACTIONS = ("stop", "start", "kill", "restart", "pause", "unpause")


@contextmanager
def served(servers: Mapping[str, Any], socket: Path) -> Iterator[list[str]]:
    """Obey commands for ``servers`` on ``socket``; give the command line without its end.

    Args:
        servers: servers of our own, by name.
        socket: a path in a folder that only we can enter.
    """
    listener = Listener(str(socket), family="AF_UNIX")
    thread = threading.Thread(target=_obey, args=(listener, servers), daemon=True)
    thread.start()
    try:
        yield [sys.executable, "-I", __file__, str(socket)]
    finally:
        with Client(str(socket), family="AF_UNIX") as connection:
            connection.send(None)
        thread.join()
        listener.close()


def _obey(listener: Listener, servers: Mapping[str, Any]) -> None:
    while True:
        with listener.accept() as connection:
            order = connection.recv()
            if order is None:
                return
            action, name = order
            try:
                getattr(servers[name], action)()
                connection.send("")
            except Exception as error:  # the other side fails, in its own process
                connection.send(f"{type(error).__name__}: {error}")


def main() -> int:
    """Pass one command on; print what went wrong."""
    socket, action, name = sys.argv[1:]
    if action not in ACTIONS:
        print(f"{action} is none of {', '.join(ACTIONS)}", file=sys.stderr)
        return 2
    with Client(socket, family="AF_UNIX") as connection:
        connection.send((action, name))
        answer = connection.recv()
    if answer:
        print(answer, file=sys.stderr)
    return 1 if answer else 0


if __name__ == "__main__":
    raise SystemExit(main())
