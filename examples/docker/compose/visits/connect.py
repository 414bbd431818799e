# needs: docker, network
"""Says for each host that it is given whether Redis answers there."""

import socket
import sys

for host in sys.argv[1:]:
    try:
        socket.create_connection((host, 6379), timeout=2).close()
        print(f"{host}: connected")
    except OSError as error:
        print(f"{host}: {error!r}")
