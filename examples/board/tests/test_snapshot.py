"""The snapshot: a database to copy, the same bytes each time."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

BOARD = Path(__file__).resolve().parents[1]
KEPT = ("PATH", "COVERAGE_PROCESS_CONFIG", "COVERAGE_FILE")


def snapshot(file: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "snapshot", str(file), "--projects", "20"],
        cwd=BOARD,
        env=kept | {"DJANGO_SETTINGS_MODULE": "config.page"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_same_code_gives_the_same_bytes(tmp_path: Path) -> None:
    made = [tmp_path / "first.sqlite3", tmp_path / "second.sqlite3"]
    for file in made:
        done = snapshot(file, DATABASE_URL=f"sqlite:///{file.with_suffix('.working')}")
        assert done.returncode == 0, done.stderr
    assert made[0].read_bytes() == made[1].read_bytes()
    with sqlite3.connect(f"file:{made[0]}?mode=ro", uri=True) as connection:
        assert connection.execute("SELECT count(*) FROM projects_project").fetchone() == (20,)
        # A page of a browser cannot share a write-ahead log.
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        password = connection.execute("SELECT password FROM people_person").fetchone()[0]
    assert password.startswith("md5$seed$")


def test_it_overwrites_nothing_and_wants_sqlite(tmp_path: Path) -> None:
    there = tmp_path / "there.sqlite3"
    there.touch()
    done = snapshot(there, DATABASE_URL=f"sqlite:///{tmp_path / 'working'}")
    assert f"{there} exists already." in done.stderr
    done = snapshot(tmp_path / "new", DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert "set DATABASE_URL=sqlite:///" in done.stderr
    assert not (tmp_path / "new").exists()
