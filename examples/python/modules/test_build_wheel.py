"""The wheel that the hash example installs never changes by itself."""

import hashlib
from pathlib import Path

from build_wheel import build


def test_same_input_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "one", "Welcome to the board").read_bytes()
    second = build(tmp_path / "two", "Welcome to the board").read_bytes()
    assert first == second


def test_locked_hash_is_the_hash_of_the_wheel(tmp_path: Path) -> None:
    wheel = build(tmp_path, "Welcome to the board")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert f"--hash=sha256:{digest}" in Path("locked.txt").read_text("utf-8")


def test_other_content_other_hash(tmp_path: Path) -> None:
    good = build(tmp_path / "good", "Welcome to the board").read_bytes()
    bad = build(tmp_path / "bad", "Send me your password").read_bytes()
    assert hashlib.sha256(good).digest() != hashlib.sha256(bad).digest()
