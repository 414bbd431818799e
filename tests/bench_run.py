"""What the runner costs on top of a bare Pyodide, measured in one run as a ratio.

    python3 tests/bench_run.py [ROUNDS]

Opens the built site in fresh browser profiles, in turn with a bare page that only boots the
same Pyodide and runs the same lines, which only print. From click to output: cold at most
1.25 times the bare page, warm at most 50 ms over the bare call. `NEXUS_SITE` names a site that is
built already.
"""

import functools
import json
import os
import statistics
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from nexus.environment import inside

COLD_RATIO, WARM_MORE = 1.25, 50
WARM_RUNS = 15
PAGE = "start/browser/"
EXAMPLE = "start/browser/hello.py"

BARE = """<!doctype html><title>bare</title><button>Run</button><pre></pre><script type="module">
const out = document.querySelector("pre");
let pyodide;
document.querySelector("button").onclick = async () => {
  if (!pyodide) {
    const facts = await (await fetch("run/manifest.json")).json();
    const base = new URL("run/" + facts.python.base, location.href).href;
    const { loadPyodide } = await import(base + "pyodide.mjs");
    pyodide = await loadPyodide({ indexURL: base, stdout: (line) => (out.textContent += line) });
  }
  pyodide.runPython(CODE);
};
</script>"""

# From a click on the button to the first text in the box.
CLICK = """async ([button, box, host]) => {
  const at = document.querySelector(host);
  at.querySelector(box)?.replaceChildren();
  const began = performance.now();
  at.querySelector(button).click();
  while (!at.querySelector(box)?.textContent) await new Promise((next) => {
    const watcher = new MutationObserver(() => (watcher.disconnect(), next()));
    watcher.observe(at, { subtree: true, childList: true, characterData: true });
  });
  const took = performance.now() - began;
  await new Promise((next) => setTimeout(next, 150)); // let the run end
  return took;
}"""
WAYS = {
    "bare": ("bare.html", ["button", "pre", "body"]),
    "page": (
        PAGE,
        ["button[data-do=run]", ".nx-live > .nx-out > samp", f"figure[data-example='{EXAMPLE}']"],
    ),
}


def main() -> int:
    """Measure, print the table, and return 1 when a limit is passed."""
    from playwright.sync_api import sync_playwright

    from browsing import FLAGS, agree
    from conftest import QuietHandler, build, free_port
    from nexus.browser import find
    from nexus.paths import EXAMPLES

    code = json.dumps((EXAMPLES / EXAMPLE).read_text("utf-8"))
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    cold: dict[str, list[float]] = {"bare": [], "page": []}
    warm: dict[str, list[float]] = {"bare": [], "page": []}
    with tempfile.TemporaryDirectory() as top, sync_playwright() as playwright:
        port = free_port()
        url = f"http://127.0.0.1:{port}/nexus/"
        folder = Path(top, "nexus")
        if built := os.environ.get("NEXUS_SITE"):
            folder.symlink_to(Path(built).resolve(), target_is_directory=True)
        else:
            build(folder, url)

        class Handler(QuietHandler):
            def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
                if not self.path.endswith("/bare.html"):
                    return super().do_GET()
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(BARE.replace("CODE", code).encode())
                return None

        handler = functools.partial(Handler, directory=top)
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for number in range(rounds):
            # The order changes, so that neither profits from a warm disk.
            for way in sorted(WAYS, reverse=bool(number % 2)):
                address, places = WAYS[way]
                browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
                page = browser.new_page()
                agree(page)
                page.goto(url + address, wait_until="networkidle")
                cold[way].append(page.evaluate(CLICK, places))
                warm[way] += [page.evaluate(CLICK, places) for _ in range(WARM_RUNS)]
                browser.close()
        server.shutdown()
    return _report(cold, warm)


def _report(cold: dict[str, list[float]], warm: dict[str, list[float]]) -> int:
    middle = statistics.median
    ratio = middle(cold["page"]) / middle(cold["bare"])
    more = middle(warm["page"]) - middle(warm["bare"])
    print(f"{'click to output, ms':<24}{'bare':>8}{'page':>8}{'':>12}{'limit':>8}")
    for name, times, found, limit in [
        ("cold (median)", cold, f"{ratio:.2f} x", f"{COLD_RATIO} x"),
        ("warm (median)", warm, f"+{more:.0f} ms", f"+{WARM_MORE} ms"),
    ]:
        bare, page = middle(times["bare"]), middle(times["page"])
        print(f"{name:<24}{bare:>8.0f}{page:>8.0f}{found:>12}{limit:>8}")
    bare, page = min(cold["bare"]), min(cold["page"])
    print(f"{'cold (best of each)':<24}{bare:>8.0f}{page:>8.0f}{page / bare:>10.2f} x")
    return int(ratio > COLD_RATIO or more > WARM_MORE)


if __name__ == "__main__":
    raise SystemExit(inside(main))
