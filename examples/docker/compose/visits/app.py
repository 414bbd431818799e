# needs: docker, network
"""Counts visits in Redis: each answer says how many there were."""

import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REDIS = (os.environ.get("REDIS_HOST", "redis"), 6379)


class Visits(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with socket.create_connection(REDIS, timeout=2) as redis:
            redis.sendall(b"INCR visits\r\n")
            count = redis.recv(64).decode().strip(":\r\n")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"visit {count}\n".encode())


if __name__ == "__main__":
    ThreadingHTTPServer(("0.0.0.0", 8000), Visits).serve_forever()
