import importlib
import sys
from importlib.util import spec_from_loader

import pytest


class Installed:
    """Stands for an installed package `fine_slugs` with this source."""

    def __init__(self, source):
        self.source = source

    def find_spec(self, name, path=None, target=None):
        return spec_from_loader(name, self) if name == "fine_slugs" else None

    def create_module(self, spec):
        return None  # the usual kind of module

    def exec_module(self, module):
        exec(self.source, vars(module))


@pytest.fixture
def load(monkeypatch):
    """Return a function that imports task anew, beside such a package or none."""
    for name in ["task", "fine_slugs"]:
        monkeypatch.delitem(sys.modules, name, raising=False)

    def load_task(source=None):
        if source is not None:
            monkeypatch.setattr(sys, "meta_path", [Installed(source), *sys.meta_path])
        return importlib.import_module("task")

    return load_task


def test_the_package_is_used_where_it_is_installed(load):
    task = load("def slugify(name):\n    return 'fine'\n")
    assert task.slug_of("Café Finder") == "fine", "the package is there: use its slugify"


def test_the_own_rule_serves_where_it_is_missing(load):
    task = load()
    assert task.slug_of("Farm Market 2") == "farm-market-2", "without it, use the own rule"


def test_a_broken_package_is_reported(load):
    with pytest.raises(ImportError, match="broken build"):
        load("raise ImportError('broken build')")


def test_a_package_that_misses_another_is_reported(load):
    with pytest.raises(ModuleNotFoundError, match="letters_of_the_world"):
        load("import letters_of_the_world")
