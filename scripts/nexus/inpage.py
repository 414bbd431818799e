"""What a block says about running in the page: which runtime, or why none can."""

from html import escape

from nexus import runtimes
from nexus.examples import FIXTURES, Example
from nexus.kinds import IN_BROWSER, NEEDS
from nexus.paths import EXAMPLES

_BUTTONS = (
    '<span class="nx-run">'
    '<button type="button" data-do="run">Run</button>'
    '<button type="button" data-do="edit">Edit</button>'
    "</span>"
)


def runtime(example: Example) -> str:
    """Return what runs ``example`` in the page (`python`, `tests`, …), or "" when nothing does."""
    return _possible(example) if runtimes.enabled() else ""


def _possible(example: Example) -> str:
    if not (example.runs or example.is_test) or not example.kind.browser or lacking(example):
        return ""
    return "tests" if example.is_test else example.kind.browser


def lacking(example: Example) -> list[str]:
    """Return what ``example`` needs and no browser has, as a reader is told."""
    needs = example.needs
    if example.kind.browser:
        needs -= example.kind.needs  # the runtime in the page stands in for it
    lacks = [NEEDS[name] for name in sorted(needs - IN_BROWSER)]
    return lacks + ["the whole repository"] * example.in_repository


def attributes(example: Example) -> str:
    """Return the attributes that tell the runner in the page how to run ``example``."""
    if name := runtime(example):
        zipped = f'data-zip="examples/{escape(str(example.page))}.zip"'
        fixtures = name == "sql" and (EXAMPLES / example.page / FIXTURES).exists()
        facts = " data-record" * example.record.exists() + " data-fixtures" * fixtures
        return f' {zipped} data-run="{name}"{facts}'
    if reason := _reason(example):
        return f' data-local="{escape(reason)}"'
    return ""


def buttons(example: Example) -> str:
    """Return the buttons of a block that runs in the page; hidden without JavaScript."""
    return _BUTTONS if runtime(example) else ""


def local(example: Example) -> str:
    """Return what a block says that only the reader's own machine can run."""
    reason = _reason(example)
    if runtime(example) or not reason:
        return ""
    script = "test.py" if example.is_test else "run.py"
    command = f"python3 scripts/{script} examples/{escape(str(example.path))}"
    return (
        '<details class="nx-local" data-search-exclude><summary>Run it locally</summary>'
        f"<p>{escape(reason)} In a copy of the repository:</p>"
        f'<pre tabindex="0"><code>{command}</code></pre></details>'
    )


def _reason(example: Example) -> str:
    if _possible(example) and not runtimes.enabled():
        return "This copy of the site was built without what runs in a page."
    lacks = lacking(example) if example.runs or example.is_test else []
    return f"It needs {' and '.join(lacks)}, which a browser does not have." if lacks else ""
