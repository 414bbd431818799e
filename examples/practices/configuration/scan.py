"""Finds what looks like a secret in text: patterns of well-known keys, and random words."""

import math
import re
from collections import Counter

KNOWN = {
    "private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "GitHub token": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"),
    "AWS key id": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "password in a URL": re.compile(r"\b\w+://[^\s:/@]+:(?!password\b)[^\s@{$]+@"),
}
WORD = re.compile(r"(?i)(?:secret|token|password|key)\w*\s*[=:]\s*[\"']?([\w+/=-]{16,})")


def bits(word: str) -> float:
    """Return how unpredictable a character of the word is, in bits."""
    counts = Counter(word).values()
    return -sum(n / len(word) * math.log2(n / len(word)) for n in counts)


def findings(text: str) -> list[tuple[int, str]]:
    """Return (line, what) for each line that may hold a secret."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        names = [name for name, pattern in KNOWN.items() if pattern.search(line)]
        if (word := WORD.search(line)) and bits(word[1]) > 3.5:
            names.append("random word")
        found += [(number, name) for name in names]
    return found


SAMPLE = """\
DATABASE_URL=postgres://board:k3y-4711@db:5432/board
DATABASE_URL=postgres://user:password@host:5432/board
SECRET_KEY = "k9Zq-2vLxR7wT4bN8mHc1pYd6sFj3gAe5uKo0i"
SECRET_KEY = os.environ["SECRET_KEY"]
password = "please-change-me-now"
"""

if __name__ == "__main__":
    for number, name in findings(SAMPLE):
        print(f"line {number}: {name}")
