from pathlib import Path

import pytest

from atomic import broken_export, write_atomic, write_plain


def test_success_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "projects.txt"
    path.write_text("atlas\n", encoding="utf-8")
    write_atomic(path, ["nexus\n", "relay\n"])
    assert path.read_text(encoding="utf-8") == "nexus\nrelay\n"


def test_the_file_need_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "projects.txt"
    write_atomic(path, ["nexus\n"])
    assert path.read_text(encoding="utf-8") == "nexus\n"


def test_failure_keeps_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "projects.txt"
    path.write_text("atlas\n", encoding="utf-8")
    with pytest.raises(ConnectionError):
        write_atomic(path, broken_export())
    assert path.read_text(encoding="utf-8") == "atlas\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_plain_write_loses_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "projects.txt"
    path.write_text("atlas\n", encoding="utf-8")
    with pytest.raises(ConnectionError):
        write_plain(path, broken_export())
    assert "atlas" not in path.read_text(encoding="utf-8")
