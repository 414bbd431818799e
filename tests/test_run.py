"""The examples in a reader's browser: every one by its own button, and what can go wrong."""

import re
import time
from collections.abc import Iterator

import pytest

from browsing import (
    OUTPUT,
    agree,
    block,
    click_run,
    output_of,
    press_run,
    run_block,
    said_of,
    serving,
    type_code,
    wait_for_result,
    watch,
)
from conftest import Site
from nexus import inpage
from nexus.examples import Example, every, load
from nexus.normalize import normalize
from nexus.records import _check_status
from nexus.running import Run

pytestmark = pytest.mark.slow("needs a browser")

LESSON = "python/values/"
FIRST, SECOND = "python/values/names.py", "python/values/mutability.py"

# Runs a job as a block does, for files that no page quotes.
IN_PAGE = """async ([root, job]) => {
    const { start } = await import(root + "assets/run/runtimes.mjs");
    let text = "";
    const task = start(job, { output: (stream, part) => (text += part) });
    return [await task.result, text];
}"""


def runnable() -> dict[str, list[Example]]:
    """Return page address -> the Python examples of that page that a browser can run."""
    found: dict[str, list[Example]] = {}
    for example in every():
        if inpage.runtime(example) in {"python", "tests"}:
            found.setdefault(f"{example.page}/", []).append(example)
    return found


def test_every_example_gives_the_same_in_the_page(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    agree(page)
    wrong = watch(page, site)
    differ, ran = [], {"python": 0, "tests": 0}
    began = time.monotonic()
    for address, examples in runnable().items():
        page.goto(site.url + (address if (site.folder / address / "index.html").exists() else ""))
        quoted = set(re.findall(r'data-example="([^"]+)"[^>]* data-run=', page.content()))
        start = time.monotonic()
        for example in examples:
            try:
                buttons = str(example.path) in quoted
                by_button(page, example) if buttons else by_job(page, site, example)
            except AssertionError as error:
                differ.append(f"{example.path}: {error}")
            ran[inpage.runtime(example)] += 1
        print(f"{address:<28}{len(examples):>4} files {time.monotonic() - start:>7.1f} s")
    print(f"{ran['python']} examples, {ran['tests']} test files, {time.monotonic() - began:.0f} s")
    context.close()
    assert not differ, "\n\n".join(differ)
    assert not wrong, wrong
    assert ran["python"] > 150
    assert ran["tests"] > 40


def by_button(page, example: Example) -> None:
    output, said = press_run(block(page, str(example.path)))
    if example.is_test:
        assert re.search(r"(\d+) of \1 tests passed", said), said + output
        return
    compare(example, normalize(output), 1 if "exit status" in said else 0)
    assert example.record.exists() == ("same as recorded" in said), said


def by_job(page, site: Site, example: Example) -> None:
    file = str(example.path.relative_to(example.page.parent))
    job = {"kind": "python", "file": file, "needs": sorted(example.needs)}
    if example.is_test:
        folder, _, name = file.rpartition("/")
        job = {"kind": "tests", "folder": folder, "only": [name], "needs": sorted(example.needs)}
    job["zip"] = f"examples/{example.page}.zip"
    result, output = page.evaluate(IN_PAGE, [site.url, job])
    assert not result.get("broken"), result
    if example.is_test:
        assert result["ok"], output
        assert result["tests"], output
        return
    compare(example, normalize(output), result["status"])


def compare(example: Example, output: str, status: int) -> None:
    """Compare a run in the page with the record, as strictly as a local run is compared."""
    recorded = normalize(example.record.read_text("utf-8")) if example.record.exists() else ""
    assert output == recorded
    _check_status(example, Run(output, status, 0))


@pytest.fixture
def reader(browser) -> Iterator:
    """A page of a reader who agreed to the downloads before; closed afterwards."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    agree(page)
    yield page
    context.close()


def warmed(page, site: Site, address: str = LESSON):
    """Open the lesson, run its first example, and return the block."""
    page.goto(site.url + address)
    figure = block(page, FIRST)
    assert run_block(figure) == normalize(load(FIRST).record.read_text("utf-8"))
    return figure


def test_nothing_is_fetched_before_the_click_and_the_answer_is_remembered(page, site: Site) -> None:
    wrong = watch(page, site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url + LESSON, wait_until="networkidle")
    ours = re.compile(rf"{re.escape(site.url)}(run/|assets/run/(block|runtimes|\w+\.worker|boot))")
    assert not [url for url in asked if ours.match(url)]
    figure = block(page, FIRST)
    click_run(figure)
    panel = figure.get_by_role("group", name="Before Python is fetched")
    panel.wait_for()
    assert re.search(r"fetches 6\.\d MB from this site", panel.inner_text())
    assert focused(page) == "Fetch and run"
    page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    assert focused(page) == "Run"
    assert figure.locator(".nx-output").is_visible()
    click_run(figure)
    panel.get_by_role("button", name="Cancel").click()
    heavy = [url for url in asked if re.search(r"/run/(python|pglite|editor|board)-", url)]
    assert not heavy, "fetched without a yes"
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    click_run(figure)
    panel.get_by_role("button", name="Fetch and run").click()
    figure.locator("progress:not([hidden])").wait_for()
    assert wait_for_result(figure) == "ok"
    assert "same as recorded" in said_of(figure)
    page.goto(site.url + "python/objects/")
    other = page.locator("figure[data-run=python]").first
    click_run(other)
    assert wait_for_result(other) == "ok"
    assert not wrong, wrong


def test_stop_ends_an_endless_loop_and_the_next_run_works(reader, site: Site) -> None:
    figure = warmed(reader, site)
    type_code(reader, figure, "print('begun')\nwhile True:\n    pass\n")
    click_run(figure)
    figure.locator(OUTPUT, has_text="begun").wait_for()
    time.sleep(0.5)  # a second click at once would count as a double click on Run
    figure.get_by_role("button", name="Stop").click()
    assert wait_for_result(figure) == "stopped"
    assert re.match(r"Stopped after \d", said_of(figure))
    other = block(reader, SECOND)
    click_run(other)
    assert wait_for_result(other) == "ok"
    ends = time.monotonic() + 10  # the browser tells of it a moment later
    while pythons(reader) > 1 and time.monotonic() < ends:
        reader.wait_for_timeout(100)
    assert pythons(reader) == 1, "the stopped worker is gone"


def test_an_endless_output_is_cut_and_the_page_stays_usable(reader, site: Site) -> None:
    figure = warmed(reader, site)
    type_code(reader, figure, "while True:\n    print('again and again')\n")
    click_run(figure)
    figure.locator(".nx-cut", has_text="Output cut after 100,000 characters.").wait_for()
    began = time.monotonic()
    for _ in range(20):
        reader.evaluate("new Promise(requestAnimationFrame)")
    assert time.monotonic() - began < 5
    assert len(output_of(figure)) < 100_200
    figure.get_by_role("button", name="Stop").click()
    assert wait_for_result(figure) == "stopped"


def test_edit_runs_the_readers_code_and_reset_brings_the_example_back(reader, site: Site) -> None:
    figure = warmed(reader, site)
    code = figure.locator(".highlight").inner_text()
    recorded = figure.locator(".nx-output samp").inner_text()
    type_code(reader, figure, "x = 1\nprint('mine')\nprint(y)\n")
    assert figure.locator(".highlight").is_hidden()
    reader.keyboard.press("Control+Enter")
    assert wait_for_result(figure) == "error"
    assert output_of(figure).startswith("mine\nTraceback (most recent call last):\n")
    assert 'File "names.py", line 3, in <module>' in output_of(figure)
    assert figure.locator(".nx-wrong").inner_text() == "print(y)"
    assert "recorded" not in said_of(figure)
    figure.get_by_text("Recorded output").click()
    assert figure.locator(".nx-output samp").inner_text() == recorded
    figure.get_by_role("button", name="Reset").click()
    figure.locator(".nx-editor").wait_for(state="detached")
    assert figure.locator(".highlight").inner_text() == code
    assert figure.locator(".nx-output samp").is_visible()
    assert run_block(figure) == normalize(recorded)


def test_two_runs_wait_for_each_other(reader, site: Site) -> None:
    figure, other = warmed(reader, site), block(reader, SECOND)
    type_code(reader, figure, "import time\ntime.sleep(1)\nprint('first')\n")
    click_run(figure)
    click_run(other)
    other.get_by_text("Waiting for another run").wait_for()
    assert wait_for_result(other) == "ok"
    assert output_of(figure) == "first\n"
    assert wait_for_result(figure) == "ok"
    assert pythons(reader) == 1


def test_a_waiting_run_can_be_taken_back(reader, site: Site) -> None:
    figure, other = warmed(reader, site), block(reader, SECOND)
    type_code(reader, figure, "import time\ntime.sleep(1.5)\nprint('first')\n")
    click_run(figure)
    click_run(other)
    time.sleep(0.5)
    other.get_by_role("button", name="Cancel").click()
    assert wait_for_result(other) == "stopped"
    assert wait_for_result(figure) == "ok"


@pytest.mark.parametrize("program", ["import time; time.sleep(0.5)", "while True: pass"])
def test_the_next_page_runs_at_once_though_one_left_a_run_behind(
    reader, site: Site, program: str
) -> None:
    with serving(site) as (copy, faults, _):
        figure = warmed(reader, copy)
        type_code(reader, figure, program)
        click_run(figure)
        figure.get_by_role("button", name="Stop").wait_for()
        reader.locator(".md-footer__link--next").click()
        reader.wait_for_url("**/python/functions/")
        other = reader.locator("figure[data-run=python]").first
        click_run(other)
        assert wait_for_result(other) == "ok"
        assert pythons(reader) == 1
        assert sum(path.endswith(".wasm") for path in faults.asked) == 1, "fetched once"


def test_after_the_first_use_visited_pages_work_without_a_server(reader, site: Site) -> None:
    with serving(site) as (copy, _, end):
        warmed(reader, copy)
        reader.goto(copy.url + "python/functions/", wait_until="networkidle")
        # The service worker keeps a page's examples after the page itself has come.
        reader.wait_for_function(
            "async (zip) => Boolean(await caches.match(zip))",
            arg=copy.url + "examples/python/functions.zip",
        )
        end()
        reader.goto(copy.url + LESSON)
        figure = block(reader, FIRST)
        click_run(figure)
        assert wait_for_result(figure) == "ok"
        assert "same as recorded" in said_of(figure)
        reader.goto(copy.url + "python/functions/")
        figure = reader.locator("figure[data-run=python]").first
        click_run(figure)
        assert wait_for_result(figure) == "ok"


def test_a_page_is_never_stale_while_there_is_a_server(reader, site: Site) -> None:
    with serving(site) as (copy, faults, _):
        warmed(reader, copy)
        reader.goto(copy.url + LESSON)
        faults.swapped["/python/values/"] = ("<h1", "<h1 data-new")
        reader.goto(copy.url + LESSON)
        assert reader.locator("h1[data-new]").count() == 1


def test_files_of_old_versions_are_given_up(reader, site: Site) -> None:
    with serving(site) as (copy, _, _):
        warmed(reader, copy)
        kept = """async (old) => {
            const cache = await caches.open("nexus-versioned");
            if (old) await cache.put(old, new Response("old"));
            return (await cache.keys()).map((request) => request.url);
        }"""
        old = copy.url + "run/python-000000000000/pyodide.asm.wasm"
        assert old in reader.evaluate(kept, old)
        reader.reload()
        run_block(block(reader, FIRST))
        reader.wait_for_function(
            "async (old) => !(await (await caches.open('nexus-versioned')).match(old))", arg=old
        )
        assert any(url.endswith("pyodide.asm.wasm") for url in reader.evaluate(kept))


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python_stdlib.zip", "pyodide.asm.mjs"])
def test_a_download_that_breaks_off_can_be_retried(reader, site: Site, name: str) -> None:
    with serving(site) as (copy, faults, _):
        faults.cut.add(name)
        reader.goto(copy.url + LESSON)
        figure = block(reader, FIRST)
        click_run(figure)
        assert wait_for_result(figure) == "error"
        assert re.search(r"broke off|could not be fetched", said_of(figure)), said_of(figure)
        faults.cut.clear()
        click_run(figure)
        assert wait_for_result(figure) == "ok"
        assert "same as recorded" in said_of(figure)


def test_a_package_that_breaks_off_can_be_retried(reader, site: Site) -> None:
    with serving(site) as (copy, faults, _):
        faults.cut |= {file.name for file in (site.folder / "run").rglob("pytest-*")}
        assert faults.cut
        reader.goto(copy.url + LESSON)
        job = {"kind": "tests", "zip": "examples/python/values.zip", "folder": "values"}
        result, _ = reader.evaluate(IN_PAGE, [copy.url, job])
        assert "broke off" in result["error"]["message"]
        faults.cut.clear()
        result, output = reader.evaluate(IN_PAGE, [copy.url, job])
        assert result["ok"], output


def test_a_lost_connection_is_said_and_keeps_the_warm_python(browser, site: Site) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    agree(page)
    warmed(page, site)
    job = {"kind": "python", "zip": "examples/python/errors.zip", "file": "errors/uncaught.py"}
    context.set_offline(True)
    result, _ = page.evaluate(IN_PAGE, [site.url, job])
    assert "download broke off" in result["error"]["message"]
    context.set_offline(False)
    before = page.workers
    result, output = page.evaluate(IN_PAGE, [site.url, job])
    assert "KeyError" in output
    assert page.workers == before
    context.close()


def test_a_browser_without_jspi_or_service_workers_runs_asyncio(browser, site: Site) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    agree(page)
    lacking = "delete WebAssembly.Suspending; delete WebAssembly.promising;\n"

    def without(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=lacking + answer.text())

    page.route("**/python.worker.mjs", without)
    figure = warmed(page, site)
    program = """import asyncio, js
async def post(name, wait):
    await asyncio.sleep(wait)
    return name
async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(post(name, wait)) for name, wait in [("a", 0.02), ("b", 0.01)]]
    print([task.result() for task in tasks])
asyncio.run(main())
print(hasattr(js.WebAssembly, "Suspending"))
"""
    type_code(page, figure, program)
    click_run(figure)
    assert wait_for_result(figure) == "ok"
    assert output_of(figure) == "['a', 'b']\nFalse\n"
    context.close()


def test_a_dead_python_is_replaced(reader, site: Site) -> None:
    figure = warmed(reader, site)
    type_code(reader, figure, "import ctypes\nctypes.string_at(-16, 64)\n")
    click_run(figure)
    assert wait_for_result(figure) == "error"
    assert "Python stopped working" in said_of(figure)
    other = block(reader, SECOND)
    click_run(other)
    assert wait_for_result(other) == "ok"


def test_the_keyboard_alone_runs_edits_and_leaves_the_editor(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(site.url + LESSON, wait_until="networkidle")
    figure = block(page, FIRST)
    tab_to(page, figure, "Run")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Fetch and run").wait_for()
    page.keyboard.press("Enter")
    assert wait_for_result(figure) == "ok"
    assert focused(page) == "Run"
    page.locator(".nx-announce", has_text="same as recorded").wait_for()
    page.keyboard.press("Tab")
    assert focused(page) == "Edit"
    page.keyboard.press("Enter")
    figure.locator("[contenteditable=true]:focus").wait_for()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("print(undefined_name)")
    figure.evaluate("it => it.querySelector('.nx-live').removeAttribute('data-result')")
    page.keyboard.press("Control+Enter")
    assert wait_for_result(figure) == "error"
    page.locator(".nx-announce", has_text="NameError").wait_for()
    assert figure.locator("[contenteditable=true]:focus").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert figure.locator("[contenteditable=true]:focus").count() == 0
    assert figure.locator(":focus").count() == 1, "in the block, behind the editor"
    tab_to(page, figure, "Reset", "Shift+Tab")
    page.keyboard.press("Enter")
    figure.locator(".nx-editor").wait_for(state="detached")
    assert focused(page) == "Edit"
    context.close()


@pytest.mark.parametrize("address", [LESSON, ""])
def test_a_block_fits_360_pixels_in_all_its_states(page, site: Site, address: str) -> None:
    page.goto(site.url + address, wait_until="networkidle")
    figure = page.locator("figure[data-run=python]").first
    fits(page, figure)
    click_run(figure)
    page.get_by_role("button", name="Fetch and run").wait_for()
    fits(page, figure)
    page.get_by_role("button", name="Fetch and run").click()
    assert wait_for_result(figure) == "ok"
    assert "same as recorded" in said_of(figure)
    fits(page, figure)
    type_code(page, figure, "print('wide' * 60)\nraise ValueError('no' * 90)\n")
    click_run(figure)
    assert wait_for_result(figure) == "error"
    fits(page, figure)


def test_running_does_not_move_what_is_below(reader, site: Site) -> None:
    reader.goto(site.url + LESSON, wait_until="networkidle")
    figure = block(reader, FIRST)
    foot = figure.locator(".nx-verified")
    before = foot.bounding_box()["y"]
    click_run(figure)
    assert wait_for_result(figure) == "ok"
    assert abs(foot.bounding_box()["y"] - before) <= 8


def pythons(page) -> int:
    """Return how many Python workers live in ``page``."""
    return sum(worker.url.endswith("/python.worker.mjs") for worker in page.workers)


def fits(page, figure) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    for button in figure.locator("button:visible").all():
        box = button.bounding_box()
        if "md-code" not in (button.get_attribute("class") or ""):
            assert min(box["width"], box["height"]) >= 24, button.inner_text()


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def tab_to(page, figure, name: str, key: str = "Tab") -> None:
    """Press ``key`` until the block's button ``name`` has the focus."""
    at = "it => it.contains(document.activeElement) && document.activeElement.textContent"
    for _ in range(200):
        if figure.evaluate(at) == name:
            return
        if key == "Shift+Tab":
            page.keyboard.press("Escape")  # back in the editor, Shift+Tab would indent
        page.keyboard.press(key)
    raise AssertionError(f"{name} is not reached by {key}")
