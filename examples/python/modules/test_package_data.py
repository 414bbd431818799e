"""The package's data is found from a folder and from inside a zip file."""

import shutil
import sys
from pathlib import Path

import pytest

import package_data


def test_welcome_names_the_person() -> None:
    assert package_data.welcome("Sam").startswith("Welcome to the board, Sam.")


def test_data_is_found_inside_a_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = shutil.make_archive(
        str(tmp_path / "tools"), "zip", root_dir=".", base_dir="board_tools"
    )
    for name in [name for name in sys.modules if name.startswith("board_tools")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(archive)
    assert "Lin" in package_data.welcome("Lin")
    assert ".zip" in sys.modules["board_tools"].__path__[0]
