"""The page's Python against the Python of a terminal: the same programs, the same output."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import agree
from conftest import Site
from nexus.normalize import normalize
from nexus.running import plain_environment

pytestmark = pytest.mark.slow("needs a browser")

RUN = """async ([root, job]) => {
    const { start } = await import(root + "assets/run/runtimes.mjs");
    const parts = [];
    const task = start(job, { output: (stream, text) => parts.push([stream, text]) });
    return [await task.result, parts];
}"""
# What a run may print and leave behind. Each is run locally too, and must not differ.
PROGRAMS = {
    "streams": "import os, sys\nprint('a', end='')\nprint('b', file=sys.stderr)\n"
    "os.write(1, b'c\\n')\nsys.stdout.buffer.write(b'd\\n')\nprint('é→')\n",
    "exit message": "import sys\nprint('so far')\nsys.exit('no board here')\n",
    "exit status": "raise SystemExit(3)\n",
    "no input": "name = input('Name: ')\n",
    "syntax": "def join(project:\n    return 1\n",
    "warning": "import warnings\nwarnings.warn('old', DeprecationWarning)\nwarnings.warn('odd')\n",
    "cause": "try:\n    {}['x']\nexcept KeyError as error:\n"
    "    raise ValueError('no x') from error\n",
    "context": "try:\n    1 / 0\nexcept ZeroDivisionError:\n    [][1]\n",
    "group": "raise ExceptionGroup('two', [ValueError('a'), TypeError('b')])\n",
    "note": "error = ValueError('a')\nerror.add_note('look at the row')\nraise error\n",
    "standard library": "import json\njson.loads('{')\n",
    "printed traceback": "import traceback\ntry:\n    int('x')\nexcept ValueError:\n"
    "    traceback.print_exc()\nprint('on')\n",
    "hook": "import sys\nsys.excepthook = lambda *found: print('mine', found[1])\n1 / 0\n",
    "logging": "import logging\nlogging.basicConfig(level='INFO')\nlogging.info('begun')\n"
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    logging.exception('failed')\n",
    "at exit": "import atexit\natexit.register(print, 'last')\natexit.register(print, 'first')\n"
    "print('program')\n",
    "finalizer": "class Team:\n    def __del__(self):\n        print('gone')\nteam = Team()\n"
    "print('end')\n",
    "place": "import os, pathlib, sys\nprint(sys.argv, __name__, os.listdir() == ['main.py'])\n"
    "print(pathlib.Path(__file__).name, pathlib.Path.cwd(), sys.path[0] == os.getcwd())\n",
    "files": "from pathlib import Path\nPath('a.txt').write_text('x')\n"
    "print(Path('a.txt').read_text())\n",
    "recursion": "def deeper(n):\n    return deeper(n + 1)\n\ntry:\n    deeper(0)\n"
    "except RecursionError as error:\n    print(error)\n",
    "tasks": "import asyncio\nasync def work(n):\n    await asyncio.sleep(n / 1000)\n    print(n)\n"
    "    return n\nasync def main():\n    print(await asyncio.gather(work(3), work(1)))\n"
    "    try:\n        async with asyncio.timeout(0.01):\n            await asyncio.sleep(1)\n"
    "    except TimeoutError:\n        print('late')\nasyncio.run(main())\n",
    "failing task": "import asyncio\nasync def fail():\n    raise ValueError('no')\n"
    "async def main():\n    async with asyncio.TaskGroup() as group:\n"
    "        group.create_task(fail())\ntry:\n    asyncio.run(main())\n"
    "except* ValueError as found:\n    print(repr(found.exceptions))\n",
    "forgotten": "async def main():\n    pass\nmain()\n",
    "loop in loop": "import asyncio\nasync def main():\n    rest = asyncio.sleep(0)\n"
    "    try:\n        asyncio.run(rest)\n    except RuntimeError as error:\n"
    "        print(error)\n    await rest\nasyncio.run(main())\n",
    "redirected": "import contextlib, io\nout = io.StringIO()\n"
    "with contextlib.redirect_stdout(out):\n    print('kept')\nprint(repr(out.getvalue()))\n",
}


@pytest.fixture(scope="module")
def lesson(browser, site: Site) -> Iterator:
    """A page whose Python stays warm, as a reader's does."""
    context = browser.new_context()
    page = context.new_page()
    agree(page)
    page.goto(site.url + "python/values/")
    yield page
    context.close()


def in_page(page, site: Site, code: str, file: str = "values/names.py") -> tuple[dict, str]:
    job = {"kind": "python", "zip": "examples/python/values.zip", "file": file, "code": code}
    result, parts = page.evaluate(RUN, [site.url, job])
    assert not result.get("broken"), result
    return result, "".join(text for _, text in parts)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_prints_what_it_prints_at_a_terminal(
    lesson, site: Site, tmp_path: Path, name: str
) -> None:
    # In a folder of its own within the zip, where only the program lies.
    code, folder = PROGRAMS[name], tmp_path / "one"
    folder.mkdir()
    (folder / "main.py").write_text(code, "utf-8")
    local = subprocess.run(
        [sys.executable, "main.py"],
        cwd=folder,
        env=plain_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    result, output = in_page(lesson, site, code, "values/one/main.py")
    expected = normalize(local.stdout.decode(), [str(folder), str(tmp_path)])
    assert normalize(output) == expected
    assert result["status"] == local.returncode
    assert result["ok"] == (local.returncode == 0)


@pytest.mark.parametrize(
    ("left", "looks"),
    [
        ("import os; os.environ['TOKEN'] = 'x'", "import os; print(os.environ.get('TOKEN'))"),
        ("import builtins; builtins.len = str", "print(len('ab'))"),
        ("import builtins; builtins.team = 1", "print('team' in dir(__builtins__))"),
        ("import sys; sys.path.append('x')", "import sys; print('x' in sys.path)"),
        ("import sys; sys.setrecursionlimit(99)", "import sys; print(sys.getrecursionlimit())"),
        ("open('left.txt', 'w').close()", "import os; print(os.path.exists('left.txt'))"),
        ("import random; random.seed(1)", "import random; print(random.random() == 0.13436424411)"),
        (
            "import logging; logging.basicConfig(level='DEBUG'); logging.getLogger('a').level = 1",
            "import logging; print(logging.root.handlers, logging.getLogger('a').level)",
        ),
        ("import warnings; warnings.simplefilter('error')", "import warnings; warnings.warn('x')"),
        ("import arguments; arguments.x = 1", "import arguments; print(hasattr(arguments, 'x'))"),
        (
            "import decimal; decimal.getcontext().prec = 2",
            "import decimal; print(1 / decimal.Decimal(3))",
        ),
        ("import sys; sys.stdout = None", "print('still')"),
        ("import os; os.chdir('/')", "import os; print(os.getcwd())"),
        ("import sys; sys.settrace(print)", "print('still')"),
    ],
)
def test_a_run_leaves_nothing_for_the_next(lesson, site: Site, left: str, looks: str) -> None:
    _, before = in_page(lesson, site, looks)
    in_page(lesson, site, left)
    _, after = in_page(lesson, site, looks)
    assert after == before


def test_the_streams_are_told_apart_and_keep_their_order(lesson, site: Site) -> None:
    code = "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n"
    job = {"kind": "python", "zip": "examples/python/values.zip", "file": "values/names.py"}
    _, parts = lesson.evaluate(RUN, [site.url, job | {"code": code}])
    assert [stream for stream, text in parts if text.strip()] == ["stdout", "stderr", "stdout"]


def test_output_arrives_while_the_program_runs(lesson, site: Site) -> None:
    code = (
        "import time\nprint('begun')\nend = time.time() + 0.6\nwhile time.time() < end:\n    pass\n"
    )
    job = {"kind": "python", "zip": "examples/python/values.zip", "file": "values/names.py"}
    waited = lesson.evaluate(
        """async ([root, job]) => {
            const { start } = await import(root + "assets/run/runtimes.mjs");
            let came;
            await start(job, { output: () => (came ??= performance.now()) }).result;
            return performance.now() - came;
        }""",
        [site.url, job | {"code": code}],
    )
    assert waited > 500


def test_each_test_has_its_outcome_and_the_assertion_that_failed(lesson, site: Site) -> None:
    files = {
        "task.py": "def seats(team):\n    return 3 - len(team)\n",
        "test_task.py": "import pytest\nfrom task import seats\n\n"
        "def test_right():\n    assert seats(['Ada']) == 2\n\n"
        "def test_wrong():\n    assert seats(['Ada', 'Grace']) == 2, 'one seat is taken twice'\n\n"
        "@pytest.mark.parametrize('n', [1, 2])\ndef test_each(n):\n    assert n\n\n"
        "@pytest.mark.skip(reason='later')\ndef test_later():\n    pass\n\n"
        "@pytest.fixture\ndef broken():\n    raise OSError('no board')\n\n"
        "def test_setup(broken):\n    pass\n",
    }
    job = {"kind": "tests", "zip": "examples/python/values.zip", "folder": "values/mine"}
    result, parts = lesson.evaluate(RUN, [site.url, job | {"files": files}])
    assert [(test["name"], test["outcome"]) for test in result["tests"]] == [
        ("test_right", "passed"),
        ("test_wrong", "failed"),
        ("test_each[1]", "passed"),
        ("test_each[2]", "passed"),
        ("test_later", "skipped"),
        ("test_setup", "error"),
    ]
    wrong = result["tests"][1]["message"]
    assert "one seat is taken twice" in wrong
    assert "assert 1 == 2" in wrong
    report = "".join(text for _, text in parts)
    assert "1 failed, 3 passed, 1 skipped, 1 error" in report
    assert not result["ok"]
    # A fixed file is read anew: no module of the last run is left.
    files["task.py"] = "def seats(team):\n    return 2\n"
    result, _ = lesson.evaluate(RUN, [site.url, job | {"files": files}])
    assert result["tests"][1]["outcome"] == "passed"
