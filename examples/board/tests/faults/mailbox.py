"""A mail server that keeps what it gets and can make the sender wait."""

import select
import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class Mailbox(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a sender needs, on a free port of this machine.

    While it holds, a sender that has sent a whole message gets no answer: the moment in
    which a worker is in the middle of its task.
    """

    daemon_threads = True
    request_queue_size = 50

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.messages: list[EmailMessage] = []
        self.waiting = 0  # senders that wait for an answer now
        self.took_early = 0  # messages kept before the answer
        self.take_early = False
        self.answers = threading.Event()
        self.answers.set()
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Return its address as EMAIL_URL takes it."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    @contextmanager
    def holding(self, *, take_every_other: bool = False) -> Iterator[None]:
        """Keep senders waiting, each after its whole message.

        Args:
            take_every_other: Take half of the messages before the answer. Where a sender
                dies in between, such a message has reached its reader and the others have
                not, and the sender cannot know which.
        """
        self.take_early = take_every_other
        self.answers.clear()
        try:
            yield
        finally:
            self.answers.set()

    def seen(self) -> Counter[tuple[str, str]]:
        """Count what people see, by recipient and subject.

        The same Message-ID twice is one message, to mail servers and to people.
        """
        with self.lock:
            unique = {(mail["Message-ID"], mail["To"]): mail for mail in self.messages}
        return Counter((mail["To"], mail["Subject"]) for mail in unique.values())


class _Session(socketserver.StreamRequestHandler):
    """One connection of a sender."""

    server: Mailbox

    def handle(self) -> None:
        """Answer commands until the sender leaves."""
        self._say("220 faults ready")
        for line in self.rfile:
            command = line[:4].upper()
            if command == b"DATA":
                self._say("354 go on")
                if not self._take():
                    return
            self._say("221 bye" if command == b"QUIT" else "250 fine")
            if command == b"QUIT":
                return

    def _take(self) -> bool:
        """Read a message and keep it; return whether the sender is still there."""
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        mail = message_from_bytes(b"".join(lines), policy=policy.default)
        with self.server.lock:
            held = not self.server.answers.is_set()
            early = held and self.server.take_early and self.server.waiting % 2 == 0
            self.server.waiting += held
            self.server.took_early += early
            if early:
                self.server.messages.append(mail)
        if held and not self._wait():
            return False
        if not early:
            with self.server.lock:
                self.server.messages.append(mail)
        return True

    def _wait(self) -> bool:
        """Wait until the server answers again; return False if the sender dies meanwhile."""
        try:
            while not self.server.answers.wait(0.02):
                readable, _, _ = select.select([self.connection], [], [], 0)
                if readable and not self.connection.recv(1, socket.MSG_PEEK):
                    return False
            return True
        finally:
            with self.server.lock:
                self.server.waiting -= 1

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
