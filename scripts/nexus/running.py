"""Running one example the way a reader would."""

import contextlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nexus import lending, project, sql
from nexus.examples import IGNORED, Example
from nexus.normalize import normalize
from nexus.paths import EXAMPLES, ROOT
from nexus.problems import ExampleError, Problem

_TOOLS = (".*_cache", ".hypothesis")  # what tools keep beside the files they work on
# A whole run has the board's suites beside the examples: each may then take longer.
PATIENCE = int(os.environ.get("NEXUS_PATIENCE", "1"))
MOST_OUTPUT = 100_000  # bytes; more is a runaway, not an example

# An example sees a plain terminal, UTF-8, UTC, and nothing of our own settings.
_ENVIRONMENT = {
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUNBUFFERED": "1",  # or the two output streams would lose their order
    "PYTHONHASHSEED": "random",
    "PYTHON_COLORS": "0",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # a reader's pytest has no plugins of ours
    "NO_COLOR": "1",
    "TERM": "dumb",
    "COLUMNS": "80",
    "COMPOSE_PROGRESS": "quiet",  # what a command gives, not how it gets there
    "DOCKER_CLI_HINTS": "false",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}
_DROPPED = re.compile(
    r"^(PYTHON|PYTEST|NEXUS_|BASH_ENV$|ENV$|COV_|COVERAGE|VIRTUAL_ENV|CI$|GITHUB_|FORCE_COLOR|CLICOLOR)"
)


@dataclass(frozen=True)
class Run:
    """What one run gave: the normalized output, the exit status, the seconds taken."""

    output: str
    status: int
    seconds: float


def run(example: Example, python: str = sys.executable) -> Run:
    """Run ``example`` in a copy of its folder and return what it printed.

    Args:
        example: an example whose kind has a runner.
        python: the interpreter for `.py` files; its folder comes first on PATH.

    Raises:
        ExampleError: it took longer than its time limit or printed without end.
    """
    with _scratch() as top:
        # The whole folder of the page: siblings are importable, and nothing that the
        # example writes stays behind.
        source = EXAMPLES / example.page
        copy = top / source.name
        copy_clean(source, copy, "*.out")
        where = ROOT if example.in_repository else copy / example.file.parent.relative_to(source)
        environment = plain_environment(python)
        if project.project().name in example.needs:
            environment = project.environment(environment, top)
        with contextlib.ExitStack() as until_done:
            if "postgres" in example.needs:
                url = until_done.enter_context(sql.fresh_database(example.page))
                environment["DATABASE_URL"] = url
            environment |= lending.lent(example.needs)
            if example.kind.runner == "psql":
                environment = sql.environment(environment)
            command = _command(example, python, environment)
            began = time.monotonic()
            text, status = _finish(example, command, where, environment)
        folders = [str(folder) for folder in dict.fromkeys([where, copy, top])]
        return Run(normalize(text, folders), status, time.monotonic() - began)


@contextlib.contextmanager
def _scratch() -> Iterator[Path]:
    """Make a folder and remove it at the end, even if a file in it is still open."""
    with tempfile.TemporaryDirectory(prefix="nexus-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()


def copy_clean(folder: Path, to: Path, *without: str) -> None:
    """Copy ``folder`` to ``to``, but for what runs and tools left in it and ``without``."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns(*IGNORED, *_TOOLS, *without))


def pytest_in_copy(folder: Path, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """Run the tests that lie in ``folder``, as a reader would: ``pytest`` in a copy of it."""
    with _scratch() as top:
        copy = top / folder.name
        copy_clean(folder, copy, "*.out")
        names = sorted(file.name for file in copy.glob("test_*.py"))
        return subprocess.run(
            [
                python,
                "-m",
                "pytest",
                "-q",
                "--rootdir",
                str(copy),
                "-p",
                "no:cacheprovider",
                *names,
            ],
            cwd=copy,
            env=plain_environment(python),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )


def plain_environment(python: str = sys.executable) -> dict[str, str]:
    """Return the environment of a run: ours, without our own settings, at a plain terminal."""
    kept = {key: value for key, value in os.environ.items() if not _DROPPED.match(key)}
    # Not resolved: the folder of the environment's own `python` link is the one wanted.
    kept["PATH"] = os.pathsep.join([str(Path(python).parent), kept.get("PATH", "")])
    return kept | _ENVIRONMENT


def _command(example: Example, python: str, environment: dict[str, str]) -> list[str]:
    name = str(example.file) if example.in_repository else example.path.name
    if example.kind.runner == "psql":
        sql.refuse(example)
        return sql.command(environment["DATABASE_URL"])
    if example.script is not None:
        uv = [sys.executable, "-m", "uv", "run", "--quiet", "--python", python]
        return [*uv, "--locked", "--script", name]
    if example.kind.runner == "python":
        return [python, name]
    if example.kind.runner == "send":
        return project.send_command(python, name)
    if example.kind.runner == "powershell":
        shell = shutil.which("pwsh") or shutil.which("powershell") or "powershell"
        return [shell, "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", name]
    script = transcript_script(example.shown()[0])
    return [shutil.which("bash") or "bash", "--norc", "-c", script, "bash"]


# `<<WORD`, as opposed to a here-string (`<<<`) and to a shift inside `$((…))`.
_HERE_DOCUMENT = re.compile(r"(?<!<)<<-?\s*['\"]?([A-Za-z_]\w*)['\"]?")
_ARITHMETIC = re.compile(r"\$?\(\(.*?\)\)")


def commands(text: str) -> list[str]:
    """Split the text of a `.console` example into its commands.

    A command is one line; a line that ends in a backslash goes on in the next, and a
    here-document runs to its end word. Comment lines and blank lines are left out.
    """
    found: list[str] = []
    lines = iter(text.splitlines())
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        while line.endswith("\\"):
            line += "\n" + next(lines, "")
        here = _HERE_DOCUMENT.search(_ARITHMETIC.sub("", line))
        while here and line.splitlines()[-1].strip() != here[1]:
            following = next(lines, None)
            if following is None:
                break
            line += "\n" + following
        found.append(line)
    return found


def transcript_script(text: str) -> str:
    """Return a bash script that runs the commands in ``text`` one by one, echoing each.

    A failing command does not end the transcript: its exit status is printed, as part
    of what is recorded.
    """
    parts = []
    for command in commands(text):
        shown = "$ " + command.replace("\n", "\n> ")
        parts.append(f"printf '%s\\n' {shlex.quote(shown)}")
        parts.append(command)
        parts.append("nexus_status=$?")
        parts.append('[ "$nexus_status" = 0 ] || echo "[exit status $nexus_status]"')
    return "\n".join(parts) + "\nexit 0\n"


def _finish(
    example: Example, command: list[str], where: Path, environment: dict[str, str]
) -> tuple[str, int]:
    """Run ``command`` to its end; return its output and exit status."""
    # psql reads the program from its input: it then names no file and line before an error.
    given = example.file if example.kind.runner == "psql" else Path(os.devnull)
    # A file, not a pipe: a grandchild that outlives the command cannot hold us up.
    with tempfile.TemporaryFile() as output, given.open("rb") as program:
        process = subprocess.Popen(
            command,
            cwd=where,
            env=environment,
            stdin=program,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=os.name != "nt",
        )
        end = time.monotonic() + example.time_limit * PATIENCE
        wait, ended = 0.005, False
        try:
            while not ended:
                ended = process.poll() is not None
                if os.fstat(output.fileno()).st_size > MOST_OUTPUT:
                    raise _runaway(example, f"printed more than {MOST_OUTPUT:,} bytes")
                if not ended and time.monotonic() > end:
                    raise _runaway(example, f"still running after {example.time_limit} s")
                if not ended:
                    time.sleep(wait)
                    wait = min(wait * 1.5, 0.1)
        finally:
            _end(process)
        output.seek(0)
        return output.read().decode("utf-8", errors="replace"), process.returncode


def _end(process: subprocess.Popen[bytes]) -> None:
    """End ``process`` and, where the system can, all that it started."""
    if os.name == "nt":
        if process.poll() is None:
            command = [shutil.which("taskkill") or "taskkill", "/F", "/T", "/PID"]
            subprocess.run([*command, str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _runaway(example: Example, what: str) -> ExampleError:
    mend = "make it end by itself, or raise the limit with `# time-limit: SECONDS`"
    return ExampleError(Problem(f"examples/{example.path}", 1, "hangs", what, mend))
