"""Drives Firefox through Marionette, the protocol that it speaks by itself.

No driver has to be installed: a message is its length, a colon, and JSON.
"""

import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from conftest import free_port

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver marks a reference
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
_START = 60.0  # seconds, on a busy machine


class Firefox:
    """A headless Firefox with one window."""

    def __init__(self, program: str) -> None:
        """Start ``program`` with an empty profile and open a session."""
        self._folder = tempfile.TemporaryDirectory(prefix="nexus-firefox-")
        port = free_port()
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in (_PREFERENCES | {"marionette.port": port}).items()
        ]
        (Path(self._folder.name) / "user.js").write_text("\n".join(lines), "utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--marionette", "--profile", self._folder.name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = self._connect(port)
        self._read()  # its greeting
        self._count = 0
        self.facts = self.command("WebDriver:NewSession", {})["capabilities"]
        self.command("WebDriver:SetTimeouts", {"script": 300_000, "pageLoad": 300_000})

    def _connect(self, port: int) -> socket.socket:
        end = time.monotonic() + _START
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), 300)
            except OSError:
                if time.monotonic() > end or self._process.poll() is not None:
                    self.close()
                    raise
                time.sleep(0.1)

    def __enter__(self) -> Self:
        """Return the browser; it is closed when the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._socket.close()
        self.close()

    def close(self) -> None:
        """End the process and remove its profile."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        """Send one command and return its result.

        Raises:
            RuntimeError: Firefox refuses it; the text says why.
        """
        self._count += 1
        text = json.dumps([0, self._count, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._receive(1)
        return json.loads(self._receive(int(length[:-1])))

    def _receive(self, length: int) -> bytes:
        received = b""
        while len(received) < length:
            part = self._socket.recv(length - len(received))
            if not part:
                raise RuntimeError("Firefox closed the connection")
            received += part
        return received

    def go(self, url: str) -> None:
        """Open ``url`` and wait until it has loaded."""
        self.command("WebDriver:Navigate", {"url": url})

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.command("WebDriver:SetWindowRect", {"width": width, "height": height})

    def script(self, code: str, *arguments: Any) -> Any:
        """Run the body of a function in the page and return what it (or its promise) gives."""
        code = f"const done = [...arguments].pop(); (async function () {{ {code} }})"
        code += ".apply(null, arguments).then((value) => done({ value }),"
        code += " (error) => done({ error: String(error) }))"
        parameters = {"script": code, "args": list(arguments), "newSandbox": True}
        result = self.command("WebDriver:ExecuteAsyncScript", parameters)["value"]
        if "error" in result:
            raise RuntimeError(result["error"])
        return result.get("value")

    def wait(self, condition: str, *arguments: Any, seconds: float = 180) -> Any:
        """Wait until the expression ``condition`` holds in the page; return it if it is text."""
        end = time.monotonic() + seconds
        code = f"const it = await {condition}; return typeof it === 'string' ? it : Boolean(it)"
        while not (value := self.script(code, *arguments)):
            if time.monotonic() > end:
                raise TimeoutError(f"{condition} {arguments}")
            time.sleep(0.1)
        return value

    def find(self, selector: str) -> str:
        """Return a reference to the first element that ``selector`` names."""
        found = self.command("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(found["value"][_ELEMENT])

    def click(self, selector: str) -> None:
        """Click the element as a reader's mouse does."""
        # By itself it scrolls only to the edge, under the header that stays in place.
        self.script(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector
        )
        self.command("WebDriver:ElementClick", {"id": self.find(selector)})

    def type(self, selector: str, text: str) -> None:
        """Type ``text`` into the element; keys have the code points that WebDriver gives them."""
        self.command("WebDriver:ElementSendKeys", {"id": self.find(selector), "text": text})
