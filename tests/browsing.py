"""What the browser tests share: the browser itself, and a reader's ways with the page."""

import contextlib
import functools
import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest

from conftest import QuietHandler, Site, free_port, leave_out
from nexus.browser import find
from nexus.normalize import normalize

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LIVE = ".nx-live[data-result]"  # a run that has ended
OUTPUT = ".nx-live > .nx-out"
PATIENCE = 120_000  # milliseconds for a cold runtime on a busy machine


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Debian's Chromium, or what `NEXUS_BROWSER` names; one for all tests."""
    from playwright.sync_api import sync_playwright

    program = find()
    if program is None:
        leave_out("no browser was found, and none could be installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser) -> Iterator:
    """A page at phone width in light colors, closed afterwards."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme="light")
    yield context.new_page()
    context.close()


class Faulty(QuietHandler):
    """Serves the site, and breaks what a test asks it to."""

    cut: ClassVar[set[str]] = set()  # names of files whose answer breaks off in the middle
    asked: ClassVar[list[str]] = []  # the path of every request
    swapped: ClassVar[dict[str, tuple[str, str]]] = {}  # end of a path -> (text, what replaces it)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        self.asked.append(self.path)
        file = Path(self.translate_path(self.path))
        swap = next((new for end, new in self.swapped.items() if self.path.endswith(end)), None)
        if swap:
            page = file / "index.html" if file.is_dir() else file
            self._send(page, page.read_text("utf-8").replace(*swap).encode(), 1)
        elif file.name in self.cut:
            self._send(file, file.read_bytes(), 2)
        else:
            super().do_GET()

    def _send(self, file: Path, content: bytes, part: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // part])


@contextlib.contextmanager
def serving(site: Site) -> Iterator[tuple[Site, type[Faulty], Callable[[], None]]]:
    """Serve ``site`` once more, on a server that can fail; yield also its faults and its end."""
    faults = type("Faults", (Faulty,), {"cut": set(), "asked": [], "swapped": {}})
    port = free_port()
    handler = functools.partial(faults, directory=str(site.folder.parent))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def end() -> None:
        server.shutdown()
        server.server_close()

    try:
        yield Site(site.folder, f"http://127.0.0.1:{port}/{site.folder.name}/"), faults, end
    finally:
        end()


def watch(page, site: Site) -> list[str]:
    """Collect what goes wrong in ``page``: foreign requests, failures, console errors."""
    wrong: list[str] = []
    page.on("request", lambda request: _foreign(request.url, site, wrong))
    page.on(
        "response",
        lambda response: (
            response.status >= 400 and wrong.append(f"{response.status} {response.url}")
        ),
    )
    page.on("requestfailed", lambda request: _failed(request, wrong))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on(
        "console",
        lambda message: message.type in {"error", "warning"} and wrong.append(message.text),
    )
    return wrong


def _foreign(url: str, site: Site, wrong: list[str]) -> None:
    if not url.startswith((site.url, "data:", "blob:")):
        wrong.append(f"foreign {url}")


def _failed(request, wrong: list[str]) -> None:
    # A request that our own next navigation cut short is no fault of the page.
    if request.failure != "net::ERR_ABORTED":
        wrong.append(f"failed {request.url} {request.failure}")


def gzipped(page, url_start: str) -> tuple[list[str], list[int]]:
    """Record the addresses and gzip sizes of what ``page`` fetches from now on."""
    addresses: list[str] = []
    sizes: list[int] = []

    def add(response) -> None:
        if response.url.startswith(url_start) and response.status == 200:
            body = response.body()
            packed = urlsplit(response.url).path.endswith((".woff2", ".zip", ".gz"))
            addresses.append(response.url)
            sizes.append(len(body) if packed else len(gzip.compress(body, 9)))

    page.on("response", add)
    return addresses, sizes


def agree(page, *runtimes: str) -> None:
    """Let ``page``'s reader have agreed before; call it ahead of ``page.goto``."""
    for runtime in runtimes or ("python", "sql"):
        page.context.add_init_script(f"localStorage.setItem('nexus-run-{runtime}', 'yes')")


def visit(page, url: str) -> None:
    """Go to ``url`` as a link does: within the site, so that a runtime stays warm."""
    if page.url.split("#")[0] == url:  # the address follows the heading that is in sight
        return
    if not page.url.startswith("http"):
        page.goto(url)
        return
    page.evaluate(
        """url => {
            document.querySelector("article").dataset.left = "";
            const link = Object.assign(document.createElement("a"), { href: url });
            document.body.append(link);
            link.click();
            link.remove();
        }""",
        url,
    )
    page.locator("article:not([data-left])").wait_for()
    assert page.url.split("#")[0] == url


def check_accessibility(page, where: str = "") -> None:
    """Check what stands on ``page`` now against axe-core's rules for WCAG 2.2 AA."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
    results = Axe().run(page, options=rules)
    assert results.violations_count == 0, f"{where}\n{results.generate_report()}"


def block(page, example: str, part: int = 0):
    """Return the block that shows ``example``, the ``part``-th one where it is quoted more."""
    return page.locator(f"figure[data-example='{example}']").nth(part)


def click_run(figure) -> None:
    """Press Run in the block, and agree to the download where the page asks."""
    # The old result must not be taken for the new one.
    figure.evaluate("it => it.querySelector('.nx-live')?.removeAttribute('data-result')")
    figure.get_by_role("button", name="Run", exact=True).click()


def wait_for_result(figure, timeout: int = PATIENCE) -> str:
    """Wait until the block's run has ended; return `ok`, `error`, `differs` or `stopped`."""
    figure.locator(LIVE).wait_for(timeout=timeout, state="attached")
    return figure.locator(LIVE).get_attribute("data-result")


def run_block(figure, timeout: int = PATIENCE) -> str:
    """Run the block by its own button; return its output, normalized as a record is."""
    click_run(figure)
    wait_for_result(figure, timeout)
    return normalize(output_of(figure))


# One round trip for a whole run: hundreds of examples are run this way.
_RUN = """async (figure) => {
    figure.querySelector(".nx-live")?.removeAttribute("data-result");
    figure.querySelector("button[data-do=run]").click();
    const ended = () => figure.querySelector(".nx-live[data-result]");
    await new Promise((resolve) => {
        const look = () => ended() && (watcher.disconnect(), resolve());
        const watcher = new MutationObserver(look);
        watcher.observe(figure, { subtree: true, childList: true, attributes: true });
        look();
    });
    const text = (name) => figure.querySelector(name).textContent;
    return [text(".nx-live > .nx-out"), text(".nx-said")];
}"""


def press_run(figure) -> tuple[str, str]:
    """Run the block by its own button; return its output as it is and what the block says."""
    output, said = figure.evaluate(_RUN)
    return output, said


def output_of(figure) -> str:
    """Return the output that the block shows of its run."""
    return figure.locator(OUTPUT).evaluate("it => it.textContent")


def said_of(figure) -> str:
    """Return what the block says of its run: the time, and whether it is the recorded one."""
    return figure.locator(".nx-said").inner_text()


def type_code(page, figure, code: str) -> None:
    """Open the block's editor, unless it is open, and replace all of its text."""
    if figure.locator(".nx-editor").count() == 0:
        figure.get_by_role("button", name="Edit", exact=True).click()
    box = figure.locator(".nx-editor [contenteditable=true], .nx-editor textarea").first
    box.wait_for()
    box.focus()
    page.keyboard.press("ControlOrMeta+a")
    # Inserted, not typed: the editor would indent and close brackets by itself.
    page.keyboard.insert_text(code)
