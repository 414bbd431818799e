// Shows what the board answered, and gives it back its first state.
import { announce, button, make, style } from "./dom.mjs";
import { start } from "./runtimes.mjs";

style("http.css");

/** Append to `host` the answers of a run, and a button that resets the board. */
export function renderAnswers(host, { answers, error }) {
  host.append(...answers.map(shown));
  if (error) host.append(make("p", { class: "nx-answer-error" }, error.message));
  if (answers.length) host.append(resetButton());
}

/** Give the board the seeded database again; resolves to whether that worked. */
export async function resetBoard() {
  const { error } = await start({ kind: "http", text: "", reset: true }).result;
  announce(error ? error.message : "The board is as it was at first.");
  return !error;
}

function resetButton() {
  const reset = async () => {
    made.disabled = true;
    if (await resetBoard()) made.textContent = "The board is as it was";
    else made.disabled = false;
  };
  const made = button("Reset the board", reset, { class: "nx-reset-board" });
  return made;
}

function shown({ title, method, path, status, reason, headers, body, milliseconds }) {
  const name = title || `${method} ${path}`;
  const box = make("section", { class: "nx-answer", "aria-label": `Answer to ${name}` });
  if (title) box.append(make("p", { class: "nx-answer-title" }, title));
  box.append(
    make("p", { class: "nx-request" }, make("code", {}, `${method} ${path}`)),
    make("p", { class: "nx-status", "data-class": Math.floor(status / 100) }, make("strong", {}, `${status} ${reason}`.trim()), make("span", {}, ` ${Math.ceil(milliseconds)} ms`)),
  );
  const list = make("dl", {}, ...headers.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)]));
  box.append(make("details", { class: "nx-headers" }, make("summary", {}, `${headers.length} headers`), list));
  const about = { tabindex: 0, role: "group", "aria-label": `Body of the answer to ${name}` };
  if (body) box.append(make("pre", about, make("code", {}, body)));
  return box;
}
