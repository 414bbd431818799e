"""The one list of what may vary in an output. Records show what was taken out.

Every rule names the thing that varies. A rule that would also hide a stable fact is
too wide: narrow it, or change the example.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

# Order matters: folders before file names, long patterns before their parts.
_RULES: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    # Windows writes paths in tracebacks with backslashes.
    (re.compile(r'File "[^"\n]+"'), lambda found: found[0].replace("\\", "/")),
    # Object addresses, as in <Post object at 0x7f…>.
    (re.compile(r"(?<=\bat )0x[0-9a-fA-F]{6,16}\b"), "<address>"),
    # Durations measured by a clock: always with a decimal point ("0.03s", "12.5 ms").
    (re.compile(r"\b\d+\.\d+ ?(?:ns|µs|us|ms|s|sec|seconds)\b"), "<time>"),
    # Random identifiers (UUID version 4).
    (
        re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b"),
        "<id>",
    ),
    # Names that Docker computes: of an image, a layer, a container.
    (re.compile(r"\bsha256:[0-9a-f]{64}\b"), "sha256:<digest>"),
    (re.compile(r"^[0-9a-f]{64}$", re.M), "<id>"),
    (re.compile(r"(?<=\bof ref )\S+::\w+(?=: )"), "<id>"),
    # Said by engines that leave the machine's packet filter alone; examples stay inside.
    (re.compile(r"^WARNING: IPv4 forwarding is disabled\. Networking will not work\.\n", re.M), ""),
    # Tokens that sign somebody in: JSON Web Tokens, keys of REST framework, cookies.
    (re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}"), "<token>"),
    (re.compile(r'(?<="token": ")[0-9a-f]{40}(?=")'), "<token>"),
    (re.compile(r"\b(csrftoken|sessionid)=\w{32,64}"), r"\1=<token>"),
    (re.compile(r"(?<=; expires=)\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT"), "<date>"),
    # What marks one answer of a server: its id, a digest of a body that holds such an id or
    # the time, and how long a throttle still lasts.
    (re.compile(r"^X-Request-ID: [0-9a-f]{32}$", re.M), "X-Request-ID: <id>"),
    (re.compile(r'^(ETag: (?:W/)?"(?:\d+-)?)[0-9a-f]{16,32}"$', re.M), r'\1<digest>"'),
    (re.compile(r"^Retry-After: \d+$", re.M), "Retry-After: <seconds>"),
    (re.compile(r"\bavailable in \d+ seconds?\b"), "available in <seconds>"),
    # Ports that the system picks for a client or a test server (32768 and up).
    (
        re.compile(
            r"(?<=(?:127\.0\.0\.1|localhost):)(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[456]\d{4})\b"
        ),
        "<port>",
    ),
    # What a program says of its own version, alone on a line.
    (
        re.compile(r"^(Python|git version|pytest|ruff|mypy) \d[\w.+]*(?: \([^)\n]*\))?$", re.M),
        r"\1 <version>",
    ),
    # How long the test command took, in whole seconds.
    (re.compile(r"^Took \d+ s\.$", re.M), "Took <time>."),
    # What pytest says about the machine in its header.
    (re.compile(r"^platform .* -- Python .*$", re.M), "platform <platform>"),
    (re.compile(r"^cachedir: .*\n", re.M), ""),
    (re.compile(r"^plugins: .*\n", re.M), ""),
    # Where bash is in our script; at a prompt it names no line.
    (re.compile(r"^bash: line \d+: ", re.M), "bash: "),
    # A line of ^^^^ or ~~~~: which characters Python underlines differs by version. The one
    # ^ under a line that psql quotes stays.
    (re.compile(r"^(LINE \d+: .*\n +\^\n)|^[ \t]+[~^][~^ ]*\n", re.M), r"\1"),
    # Where in PostgreSQL's own code an error or a notice was made, and that a notice is none.
    (re.compile(r"^LOCATION:  .*\n", re.M), ""),
    (re.compile(r"^(NOTICE|INFO):  00000: ", re.M), r"\1:  "),
    # A frame inside the standard library: its place and line differ by version.
    (
        re.compile(
            r'File "[^"\n]*/(?:python3(?:\.\d+)?|Lib|python3\d+\.zip)/'
            r'(?!site-packages)([^"\n]+)", line \d+'
        ),
        r'File "<python>/\1", line <n>',
    ),
    (re.compile(r'File "<frozen ([\w.]+)>", line \d+'), r'File "<frozen \1>", line <n>'),
]
_STAMP = re.compile(r"\b(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?")


def normalize(output: str, folders: list[str] | None = None) -> str:
    """Return ``output`` with what truly varies replaced by ``<name>``.

    Args:
        output: what the example printed, stdout and stderr in order.
        folders: absolute folders the example ran in; they vanish from paths.

    Returns:
        The text that is recorded and compared: LF line ends, no trailing blanks,
        one newline at the end (or the empty string).
    """
    text = _tidy(output.replace("\r\n", "\n").replace("\r", "\n"))
    for folder in folders or []:
        for form in {folder, folder.replace("\\", "/"), folder.replace("\\", "\\\\")}:
            text = re.sub(re.escape(form) + r"(?:[/\\]+)", "", text)
            text = text.replace(form, "<folder>")
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _tidy(_STAMP.sub(_now, text))


def _tidy(text: str) -> str:
    """Remove blanks at line ends and empty lines around; end in one newline."""
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n") + "\n" if "".join(lines) else ""


def _now(found: re.Match[str]) -> str:
    """Replace a moment of today (or a neighbor, for time zones); keep fixed dates."""
    today = datetime.now(UTC).date()
    near = {(today + timedelta(days=days)).isoformat() for days in (-1, 0, 1)}
    return "<now>" if found[1] in near else found[0]
