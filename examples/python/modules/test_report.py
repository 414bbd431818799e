"""What the report promises, and that importing it stays silent about projects."""

import runpy

import pytest

from report import count_by_status


def test_counts_in_alphabetical_order() -> None:
    counts = count_by_status(["open", "draft", "open"])
    assert list(counts.items()) == [("draft", 1), ("open", 2)]


def test_no_projects() -> None:
    assert count_by_status([]) == {}


def test_main_runs_only_as_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path("report.py", run_name="report")
    assert "draft" not in capsys.readouterr().out
    runpy.run_path("report.py", run_name="__main__")
    assert "draft" in capsys.readouterr().out
