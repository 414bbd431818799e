"""Recorded outputs: what an example printed when it was last recorded."""

import difflib
import os
import re
import shutil
import sys

from nexus import lending
from nexus.examples import Example
from nexus.lending import LENT
from nexus.normalize import normalize
from nexus.paths import relative
from nexus.problems import ExampleError, Problem
from nexus.running import Run, run
from nexus.servers.compose import engine
from nexus.sql import states, why_not

_TRACEBACK = re.compile(r"(?:Traceback|  \+ Exception Group Traceback) \(most recent call last\):$")


def missing_needs(example: Example) -> list[str]:
    """Return what ``example`` needs that this machine does not have, ordered."""
    have = {"subprocess", "threads", "files", "network", "packages", "board"}
    if "postgres" in example.needs and not why_not():
        have.add("postgres")
    have |= {name for name in LENT & example.needs if not lending.why_not(name)}
    if "docker" in example.needs and engine():
        have.add("docker")
    if "node" in example.needs and shutil.which("npm"):
        have.add("node")
    have |= {"windows"} if os.name == "nt" else {"posix", "bash"}
    return sorted(example.needs - have)


def check(example: Example, python: str = sys.executable) -> Run:
    """Run ``example``, compare with its record, and return the run.

    Raises:
        ExampleError: it hangs or prints without end, or see ``compare``.
    """
    result = run(example, python)
    compare(example, result)
    return result


def compare(example: Example, result: Run) -> None:
    """Compare ``result``, a run of ``example``, with what is recorded.

    Raises:
        ExampleError: it failed without `# raises:`, did not raise what it says, has no
            record, or printed something else than its record.
    """
    _check_status(example, result)
    if not example.kind.recorded:
        return
    if not example.record.exists():
        if result.output:
            raise _error(
                example, 1, "record", "it prints, but has no recorded output", _mend(example)
            )
        return
    # Normalized again: a fixed date in a record becomes <now> on its own day.
    recorded = normalize(example.record.read_text("utf-8"))
    if recorded != result.output:
        line, diff = _difference(recorded, result.output)
        problem = Problem(
            relative(example.record),
            line,
            "record",
            f"the output of examples/{example.path} has changed\n{diff}",
            f"if the new output is right, {_mend(example)}",
        )
        raise ExampleError(problem)


def record(example: Example) -> bool:
    """Run ``example`` twice and write its record; return whether the record changed.

    Raises:
        ExampleError: as ``check`` does, or the two runs differ.
    """
    first, second = run(example), run(example)
    _check_status(example, first)
    if not example.kind.recorded:
        return False
    if first.output != second.output:
        _, diff = _difference(first.output, second.output)
        raise _error(
            example,
            1,
            "record",
            f"two runs gave different outputs\n{diff}",
            "print something stable, or add a rule to nexus/normalize.py",
        )
    old = example.record.read_text("utf-8") if example.record.exists() else ""
    if first.output:
        example.record.write_text(first.output, "utf-8", newline="\n")
    elif example.record.exists():
        example.record.unlink()
    return old != first.output


def _check_status(example: Example, result: Run) -> None:
    if example.kind.runner == "psql":
        _check_states(example, result)
        return
    tail = "\n".join(result.output.splitlines()[-12:])
    if example.raises is None and result.status != 0:
        raise _error(
            example,
            _traceback_line(example, result.output),
            "fails",
            f"it ended with exit status {result.status}\n{tail}",
            "mend it, or say what it must end in: `# raises: NameOfTheError`",
        )
    if example.raises is None:
        return
    if result.status == 0 or _ended_in(result.output) != example.raises:
        raise _error(
            example,
            1,
            "raises",
            f"it says it raises {example.raises}, but did not end in it\n{tail}",
            "mend the example or its `# raises:` line",
        )


def _check_states(example: Example, result: Run) -> None:
    """Check that psql came to its end, and met the errors that are announced and no others."""
    met = ", ".join(states(result.output))
    if result.status == 0 and met == (example.raises or ""):
        return
    tail = "\n".join(result.output.splitlines()[-12:])
    if result.status != 0:
        what, mend = f"psql ended with exit status {result.status}", "mend it"
    elif example.raises is None:
        what, mend = f"its errors are {met}", f"mend it, or announce them: `-- raises: {met}`"
    else:
        what = f"it says it raises {example.raises}, but its errors are {met or 'none'}"
        mend = "mend the example or its `-- raises:` line"
    raise _error(example, 1, "raises" if example.raises else "fails", f"{what}\n{tail}", mend)


def _ended_in(output: str) -> str | None:
    """Return the name of the uncaught exception that ``output`` ends in, or None."""
    lines = output.splitlines()
    heads = [number for number, line in enumerate(lines) if _TRACEBACK.match(line)]
    # Python shows a syntax error of the program itself without the head line.
    if not heads:
        heads = [number for number, line in enumerate(lines) if line.startswith('  File "')]
    for line in lines[heads[-1] + 1 :] if heads else []:
        # Frames are indented; an exception group draws its own lines behind "  | ".
        if found := re.match(r"(?:  \| )?([A-Za-z_][\w.<>]*)(?::|$)", line):
            return found[1].rsplit(".", 1)[-1]
    return None


def _traceback_line(example: Example, output: str) -> int:
    found = re.findall(rf'File "(?:[^"\n]*/)?{re.escape(example.path.name)}", line (\d+)', output)
    return int(found[-1]) if found else 1


def _difference(old: str, new: str) -> tuple[int, str]:
    """Return the first differing line's number and a unified diff of both texts."""
    before, after = old.splitlines(), new.splitlines()
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    diff = difflib.unified_diff(before, after, "recorded", "now", lineterm="", n=2)
    return same + 1, "\n".join("    " + line for line in list(diff)[:40])


def _mend(example: Example) -> str:
    return f"run `python3 scripts/test.py --record examples/{example.path}`"


def _error(example: Example, line: int, rule: str, what: str, mend: str) -> ExampleError:
    return ExampleError(Problem(f"examples/{example.path}", line, rule, what, mend))
