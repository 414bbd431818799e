"""One version of a web service: app.py VERSION PORT. Two of its versions have a fault."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FAULTS = {"2.1": "/readyz", "2.2": "/projects"}
version, port = sys.argv[1], int(sys.argv[2])


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(500 if FAULTS.get(version) == self.path else 200)
        self.send_header("Content-Length", str(len(version)))
        self.end_headers()
        self.wfile.write(version.encode())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
