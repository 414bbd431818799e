"""The address that users know. It asks whichever version the file `live` names."""

import json
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Front(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        port = json.loads(Path("live").read_text())["port"]
        try:
            answer = urllib.request.urlopen(f"http://127.0.0.1:{port}{self.path}", timeout=5)
        except urllib.error.HTTPError as error:
            answer = error  # an answer too: it is handed on
        body = answer.read()
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
Path("front").write_text(f"http://127.0.0.1:{server.server_port}")
server.serve_forever()
