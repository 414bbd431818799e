# needs: subprocess, files, posix
"""The command that judges a history counts right."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def run(*command: str, where: Path) -> str:
    done = subprocess.run(command, cwd=where, check=True, capture_output=True, text=True)
    return done.stdout


def test_counts(tmp_path: Path) -> None:
    author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    run("git", "init", "-q", where=tmp_path)
    for number, subject in enumerate(["Count the seats", "Fix it.", "x" * 73], 1):
        for file in range(number):
            (tmp_path / f"{file}.txt").write_text(subject)
        run("git", "add", ".", where=tmp_path)
        run("git", *author, "commit", "-q", "-m", subject, where=tmp_path)
    lines = run("sh", str(HERE / "log.sh"), where=tmp_path).splitlines()
    assert [line.split()[-1] for line in lines] == ["3", "1", "1", "2"]
