"""An answer of the board, and how it is shown."""

import json
from dataclasses import dataclass
from typing import Any

# The headers that a reader learns from, in the order in which they are shown. The others are
# the same with every answer. `Allow` is one of them, but where a method is refused.
SHOWN_HEADERS = (
    "Content-Type",
    "Content-Disposition",
    "Location",
    "ETag",
    "Last-Modified",
    "Cache-Control",
    "Allow",
    "Link",
    "Deprecation",
    "Sunset",
    "Retry-After",
    "WWW-Authenticate",
    "Set-Cookie",
    "X-Request-ID",
)
MOST_TEXT = 2_000  # characters shown of what is not JSON


@dataclass(frozen=True)
class Answer:
    """What the board said to one request.

    Attributes:
        title: What the file calls the request.
        method: How it was sent.
        path: To where, with the query.
        status: The number.
        reason: The number in words.
        headers: All of them, in the order in which they came.
        body: The text as it came.
        milliseconds: How long the board took.
    """

    title: str
    method: str
    path: str
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: str
    milliseconds: float

    @property
    def summary(self) -> str:
        """Return the answer in a few words."""
        return f"the answer {self.status} to {self.method} {self.path}"

    @property
    def shown_headers(self) -> list[tuple[str, str]]:
        """Return the headers that matter, in one order."""
        order = {name.lower(): place for place, name in enumerate(SHOWN_HEADERS)}
        if self.status != 405:
            del order["allow"]
        found = [(name, value) for name, value in self.headers if name.lower() in order]
        return sorted(found, key=lambda header: order[header[0].lower()])

    @property
    def shown_body(self) -> str:
        """Return the body to be read: JSON with a line for each value, other text cut short."""
        try:
            return json.dumps(json.loads(self.body), indent=2, ensure_ascii=False)
        except ValueError:
            left_out = len(self.body) - MOST_TEXT
            rest = f"\n… and {left_out:,} characters more" if left_out > 0 else ""
            return self.body[:MOST_TEXT] + rest

    def transcript(self) -> str:
        """Return the exchange as text."""
        lines = [f"### {self.title}"] if self.title else []
        lines += [f"{self.method} {self.path}", "", f"HTTP/1.1 {self.status} {self.reason}"]
        lines += [f"{name}: {value}" for name, value in self.shown_headers]
        lines += ["", self.shown_body] if self.body else []
        return "\n".join(lines) + "\n"

    def as_json(self) -> dict[str, Any]:
        """Return what a page needs to show it."""
        return {
            "title": self.title,
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "reason": self.reason,
            "headers": self.shown_headers,
            "body": self.shown_body if self.body else "",
            "milliseconds": self.milliseconds,
        }
