"""Ports that nothing listens on."""

import random
import socket

# Below what systems hand to outgoing connections. From that range a port is not safe while
# its server is stopped: another program's connection may take it, or a client that tries
# again and again may even connect to itself.
_RANGE = range(20_000, 32_000)


def free_ports(count: int) -> list[int]:
    """Return ``count`` different ports of 127.0.0.1 that nothing listens on."""
    found: list[int] = []
    for port in random.SystemRandom().sample(_RANGE, len(_RANGE)):
        if len(found) == count:
            break
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
    return found
