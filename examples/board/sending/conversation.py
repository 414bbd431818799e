"""Sends requests to the board in this process and takes its answers.

A request goes in by the door that a web server uses (WSGI), so it passes the middleware,
authentication, throttles and everything else that it would pass there.
"""

import io
import json
import time
from collections.abc import Iterator
from functools import cache
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from rest_framework_simplejwt.tokens import AccessToken

from people.models import Person
from sending import http_file
from sending.answers import Answer
from sending.files import FileError
from sending.placeholders import fill

HOST = "localhost:8000"


@cache
def application() -> WSGIHandler:
    """Return the one door; it loads the middleware once."""
    return get_wsgi_application()


class Conversation:
    """Requests one after the other, by one client that keeps its cookies."""

    def __init__(self) -> None:
        self._cookies: SimpleCookie = SimpleCookie()

    def send(
        self, method: str, target: str, headers: list[tuple[str, str]], body: str, title: str = ""
    ) -> Answer:
        """Send one request and return the answer."""
        environ = self._environ(method, target, headers, body.encode())
        status, received = "", []

        def start_response(line: str, pairs: list[tuple[str, str]], *_: Any) -> Any:
            nonlocal status, received
            status, received = line, [(name, value.strip()) for name, value in pairs]

        began = time.perf_counter()
        response = application()(environ, start_response)
        try:
            content = b"".join(response)
        finally:
            response.close()
        milliseconds = (time.perf_counter() - began) * 1000
        self._keep_cookies(received)
        number, _, reason = status.partition(" ")
        # A server cuts the body off that Django makes for HEAD.
        text = "" if method == "HEAD" else content.decode("utf-8", errors="replace")
        return Answer(title, method, target, int(number), reason, received, text, milliseconds)

    def _environ(
        self, method: str, target: str, headers: list[tuple[str, str]], body: bytes
    ) -> dict[str, Any]:
        path, _, query = target.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            # WSGI wants the bytes of the path as characters (PEP 3333).
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": quote(query, safe="%/:?#[]@!$&'()*+,;=-._~"),
            "SCRIPT_NAME": "",
            "REMOTE_ADDR": "127.0.0.1",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": HOST,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if body:
            environ["CONTENT_LENGTH"] = str(len(body))
        if self._cookies:
            pairs = (f"{name}={cookie.coded_value}" for name, cookie in self._cookies.items())
            environ["HTTP_COOKIE"] = "; ".join(pairs)
        for name, value in headers:
            key = name.upper().replace("-", "_")
            environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
        return environ

    def _keep_cookies(self, headers: list[tuple[str, str]]) -> None:
        for name, value in headers:
            if name.lower() == "set-cookie":
                self._cookies.load(value)
        for name in [name for name, cookie in self._cookies.items() if cookie["max-age"] == "0"]:
            del self._cookies[name]


# --8<-- [start:http]
def send_http(text: str) -> Iterator[Answer]:
    """Send the requests of a `.http` file and yield each answer as it comes.

    Raises:
        FileError: The file cannot be understood, from the first line that cannot.
    """
    file = http_file.parse(text)
    conversation, answers = Conversation(), dict[str, Answer]()
    for draft in file.requests:

        def filled(part: str, line: int) -> str:
            return fill(part, line, file.variables, answers)

        answer = conversation.send(
            draft.method,
            _path(filled(draft.target, draft.line), draft.line),
            [(name, filled(value, line)) for line, name, value in draft.headers],
            filled(draft.body, draft.body_line),
            draft.title,
        )
        if draft.name:
            answers[draft.name] = answer
        yield answer


# --8<-- [end:http]


def _path(target: str, line: int) -> str:
    """Return the path and query of a target, which may name this host."""
    parts = urlsplit(target)
    if parts.netloc not in ("", HOST, "localhost", "127.0.0.1:8000") or parts.path[:1] != "/":
        raise FileError(
            line, f"{target} is not on the board", f"write a path, or http://{HOST}/ before it"
        )
    return parts.path + (f"?{parts.query}" if parts.query else "")


def send_graphql(text: str) -> Iterator[Answer]:
    """Run the operations of a `.graphql` file and yield each answer as it comes.

    Raises:
        FileError: A directive cannot be understood, or names nobody.
    """
    from sending.graphql_file import operations  # it loads GraphQL, which REST does without

    conversation = Conversation()
    for operation in operations(text):
        headers = [("Content-Type", "application/json")]
        if operation.person:
            token = _access_token(operation.person, operation.sign_in_line)
            headers.append(("Authorization", f"Bearer {token}"))
        body = {"query": text, "variables": operation.variables, "operationName": operation.name}
        yield conversation.send("POST", "/graphql/", headers, json.dumps(body), operation.title)


def _access_token(email: str, line: int) -> str:
    """Return what signing in would give, without spending one of the sign-ins per minute."""
    person = Person.objects.filter(email=email, is_active=True).first()
    if person is None:
        raise FileError(line, f"nobody has the address {email}", "name one, as ada1@example.org")
    return str(AccessToken.for_user(person))
