import importlib
import runpy
import sys

import pytest


@pytest.fixture
def imported(monkeypatch):
    """The module, imported anew."""
    monkeypatch.delitem(sys.modules, "task", raising=False)
    return importlib.import_module("task")


def test_importing_prints_nothing(capsys, imported):
    assert capsys.readouterr().out == "", "the import ran main(): put the call behind the guard"


def test_an_importer_can_use_waiting(imported):
    assert imported.waiting(["pending", "declined"]) == 1, "waiting counts the pending ones"


def test_starting_it_prints_the_count(capsys):
    runpy.run_module("task", run_name="__main__")
    printed = capsys.readouterr().out
    assert printed == "2 requests wait\n", "started as a program, it must call main()"


def test_the_module_says_what_it_is_for(imported):
    assert imported.__doc__, "a docstring is one only when it is the first statement"
