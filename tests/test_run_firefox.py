"""The core of running in the page, in Firefox: consent, a run, an error, Stop, an edit, SQL."""

from collections.abc import Iterator

import pytest

from conftest import Site, leave_out
from firefox import Firefox
from nexus import browser
from nexus.examples import load
from nexus.normalize import normalize

pytestmark = pytest.mark.slow("needs Firefox")

PAGE = "start/browser/"
HELLO = "figure[data-example='start/browser/hello.py']"
PROJECTS = "figure[data-example='start/browser/projects.sql']"
RUN = " [data-do=run]"
CONTROL, BACKSPACE, RELEASE = "\ue009", "\ue003", "\ue000"  # keys as WebDriver names them
RESULT = "document.querySelector(arguments[0] + ' .nx-live')?.dataset.result"


@pytest.fixture(scope="module")
def firefox(site: Site) -> Iterator[Firefox]:
    """Firefox on the page; the tests here follow one another in it, as a reader's clicks do."""
    program = browser.find_firefox()
    if program is None:
        leave_out("no Firefox was found, and none could be installed")
    with Firefox(program) as started:
        print(f"Firefox {started.facts['browserVersion']}")
        started.go(site.url + PAGE)
        started.wait("document.readyState === 'complete'")
        yield started


def text_of(firefox: Firefox, figure: str) -> str:
    out = "document.querySelector(arguments[0] + ' .nx-live > .nx-out').textContent"
    return normalize(firefox.script(f"return {out}", figure))


def said_of(firefox: Firefox, figure: str) -> str:
    return firefox.script(
        "return document.querySelector(arguments[0] + ' .nx-said').textContent", figure
    )


def press_run(firefox: Firefox, figure: str) -> None:
    """Press Run; what an earlier run ended in must not be taken for the new one."""
    forget = "document.querySelector(arguments[0] + ' .nx-live')?.removeAttribute('data-result')"
    firefox.script(forget, figure)
    firefox.click(figure + RUN)


def edit(firefox: Firefox, figure: str, code: str) -> None:
    """Open the block's editor, unless it is open, and type ``code`` in place of its text."""
    if not firefox.script("return !!document.querySelector(arguments[0] + ' .nx-editor')", figure):
        firefox.click(f"{figure} [data-do=edit]")
    box = f"{figure} .nx-editor [contenteditable=true]"
    firefox.wait("document.querySelector(arguments[0])", box)
    firefox.type(box, f"{CONTROL}a{RELEASE}{BACKSPACE}")
    firefox.type(box, code)


def recorded(name: str) -> str:
    return normalize(load(PAGE + name).record.read_text("utf-8"))


def test_nothing_is_fetched_before_the_reader_agrees(firefox: Firefox) -> None:
    fetched = (
        "performance.getEntriesByType('resource').some(({ name }) => /run\\/python-/.test(name))"
    )
    firefox.click(HELLO + RUN)
    firefox.wait("document.querySelector(arguments[0] + ' .nx-ask')", HELLO)
    asked = firefox.script("return document.querySelector('.nx-ask').textContent")
    assert " MB from this site" in asked
    firefox.click(f"{HELLO} .nx-no")
    assert not firefox.script(f"return {fetched}")
    firefox.wait("!document.querySelector('.nx-ask')")


def test_a_python_example_prints_its_record(firefox: Firefox) -> None:
    firefox.click(HELLO + RUN)
    firefox.wait("document.querySelector('.nx-yes')")
    firefox.click(f"{HELLO} .nx-yes")
    assert firefox.wait(RESULT, HELLO) == "ok"
    assert text_of(firefox, HELLO) == recorded("hello.py")
    assert "same as recorded" in said_of(firefox, HELLO)
    press_run(firefox, HELLO)
    assert firefox.wait(RESULT, HELLO) == "ok"
    print(f"warm: {said_of(firefox, HELLO)}")


def test_an_edited_run_and_an_error(firefox: Firefox) -> None:
    edit(firefox, HELLO, 'print("hi")')
    press_run(firefox, HELLO)
    firefox.wait(RESULT, HELLO)
    assert text_of(firefox, HELLO) == "hi\n"
    edit(firefox, HELLO, 'print("hi")\n1 / 0')
    press_run(firefox, HELLO)
    assert firefox.wait(RESULT, HELLO) == "error"
    text = text_of(firefox, HELLO)
    assert text.startswith('hi\nTraceback (most recent call last):\n  File "hello.py", line 2')
    assert text.endswith("ZeroDivisionError: division by zero\n")


def test_stop_ends_an_endless_loop_and_the_next_run_works(firefox: Firefox) -> None:
    edit(firefox, HELLO, "while True: pass")
    press_run(firefox, HELLO)
    said = "document.querySelector(arguments[0] + ' .nx-said').textContent.startsWith('Running')"
    firefox.wait(said, HELLO)
    firefox.wait("new Promise((resolve) => setTimeout(resolve, 600, true))")
    firefox.click(f"{HELLO} [data-do=stop]")
    assert firefox.wait(RESULT, HELLO) == "stopped"
    edit(firefox, HELLO, 'print("again")')
    press_run(firefox, HELLO)
    assert firefox.wait(RESULT, HELLO) == "ok"
    assert text_of(firefox, HELLO) == "again\n"
    firefox.click(f"{HELLO} [data-do=reset]")


def test_a_sql_example_prints_its_record(firefox: Firefox) -> None:
    firefox.click(PROJECTS + RUN)
    firefox.wait("document.querySelector('.nx-yes')")
    firefox.click(f"{PROJECTS} .nx-yes")
    assert firefox.wait(RESULT, PROJECTS) == "ok"
    assert text_of(firefox, PROJECTS) == recorded("projects.sql")
    assert "same as recorded" in said_of(firefox, PROJECTS)
    assert firefox.script("return document.querySelectorAll('.nx-tables table').length") == 2
