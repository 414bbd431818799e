// An exercise in the page: an answer, its tests, hints one by one, the solution after a try.

import { button, make } from "./dom.mjs";
import { change, read, today, watch } from "./progress.mjs";

const STATES = { queued: "Waiting for another run", fetching: "Fetching Python", starting: "Starting Python", running: "Running the tests" };

export async function decorate(section) {
  const { exercise: id, kind, zip, folder } = section.dataset;
  const [count, place, solution] = ["h3 .nx-count", ".nx-work", ".nx-solution"].map((part) => section.querySelector(part));
  const label = count.textContent;
  const keep = (text) => change(({ work }) => (text === null ? delete work[id] : (work[id] = text)));
  const { answer } = await import(kind === "order" ? "./lines.mjs" : "./code.mjs");
  const mine = answer(place.firstElementChild, keep, () => read().work[id], check);
  const status = make("p", { role: "status" });
  const asks = make("div");
  const list = make("ul", { class: "nx-tests" });
  const run = button("Run tests", () => (task ? task.stop() : check()));
  const again = button("Reset", () => {
    mine.reset();
    keep(null);
    list.replaceChildren();
    status.textContent = "Your answer is as it was in the beginning.";
  });
  let task = null;
  place.after(make("div", { class: "nx-buttons" }, ...mine.buttons, run, again), asks, status, list);
  const hints = [...section.querySelectorAll(".nx-hint")];
  hints.forEach((hint, number) => {
    hint.hidden = number > 0;
    hint.addEventListener("toggle", () => hints[number + 1]?.removeAttribute("hidden"));
  });
  watch(section, () => {
    const { solved, tries } = read().exercises[id] ?? {};
    count.textContent = label + (solved ? " · ✓ solved" : "");
    solution.hidden = !tries;
  });

  async function check() {
    if (task) return;
    list.replaceChildren();
    try {
      const { agreed, start } = await import("./runtimes.mjs");
      if (!(await agreed("python", asks))) return;
      const files = { "task.py": await mine.text() };
      const state = (name, detail) => {
        const part = detail?.total ? ` ${Math.round((100 * detail.loaded) / detail.total)} %` : "";
        status.textContent = `${STATES[name]}${part} …`;
      };
      task = start({ kind: "tests", zip, folder, files, only: ["test_task.py"], needs: [] }, { state, alive: () => section.isConnected });
      run.textContent = "Stop";
      report(await task.result);
    } catch (error) {
      status.textContent = `The tests could not run: ${error.message}`;
    }
    task = null;
    run.textContent = "Run tests";
  }

  function report({ stopped, broken, error, tests = [] }) {
    const passed = tests.filter(({ outcome }) => outcome === "passed").length;
    const solved = passed > 0 && passed === tests.length;
    if (stopped || broken) return (status.textContent = stopped ? "Stopped." : error.message);
    status.textContent = `${passed} of ${tests.length} tests passed.${solved ? " Solved." : ""}`;
    if (error && !tests.length) tests = [{ name: "", message: error.message }];
    list.append(...tests.map(outcome));
    mine.mark(error?.line ?? null);
    change(({ exercises }) => {
      const known = (exercises[id] ??= {});
      known.tries = (known.tries ?? 0) + 1;
      if (solved) known.solved ??= today();
    });
  }
}

function outcome({ name, outcome: became, message }) {
  const passed = became === "passed";
  const title = /^(test_task\.py)?$/.test(name) ? "the answer can be read" : name.replace(/^test_/, "").replaceAll("_", " ");
  const verdict = make("strong", {}, passed ? "✓ passed: " : "✗ failed: ");
  const made = make("li", { class: passed ? "nx-passed" : "nx-failed" }, verdict, title);
  if (!passed && message) made.append(make("pre", { tabindex: "0" }, message.split(/\n\s*\n/)[0])); // pytest's comparison is longer than a reader wants
  return made;
}
