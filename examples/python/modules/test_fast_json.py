"""Both branches of the optional dependency give an answer."""

import json
from types import SimpleNamespace

import pytest

import fast_json

PROJECT = {"slug": "food-rescue-api", "city": "Yaoundé"}


def test_without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast_json, "orjson", None)
    encoded = fast_json.encode(PROJECT)
    assert json.loads(encoded) == PROJECT
    assert b": " not in encoded
    assert "Yaoundé".encode() in encoded


def test_with_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = SimpleNamespace(dumps=lambda data: b"from orjson")
    monkeypatch.setattr(fast_json, "orjson", stand_in)
    assert fast_json.encode(PROJECT) == b"from orjson"
