"""Stands in for the Redis that runs on Ada's laptop since last year."""

import socketserver


class Pong(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        for _ in self.rfile:
            self.wfile.write(b"+PONG\r\n")


if __name__ == "__main__":
    socketserver.TCPServer.allow_reuse_address = True
    socketserver.TCPServer(("127.0.0.1", 6390), Pong).serve_forever()
