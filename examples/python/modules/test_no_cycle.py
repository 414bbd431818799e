# needs: subprocess
"""The mended modules load in either order and know each other."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("first", ["projects", "people"])
def test_either_module_can_be_imported_first(first: str) -> None:
    command = [sys.executable, "-c", f"import cycle_fixed.{first}"]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("first", ["projects", "people"])
def test_the_cycle_fails_in_either_order(first: str) -> None:
    command = [sys.executable, "-c", f"import cycle_from.{first}"]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "partially initialized module" in result.stderr


def test_a_person_owns_what_she_starts() -> None:
    from cycle_fixed.people import Person

    ada = Person("Ada")
    project = ada.start("Food Rescue API")
    assert project.owner is ada
    assert project.status == "draft"


def test_withdrawing_sets_a_project_back() -> None:
    from cycle_fixed.people import Person

    ada = Person("Ada")
    project = ada.start("Food Rescue API")
    project.status = "open"
    ada.withdraw(project)
    assert project.status == "draft"
