// Shows what the board answered, and gives it back its first state.
import { announce } from "./announce.mjs";
import { start } from "./runtimes.mjs";

// Only pages that show answers need their style. In the body, since in-site navigation
// takes out of the head what the next page does not have.
document.body.append(make("link", { rel: "stylesheet", href: new URL("../http.css", import.meta.url).href }));

/** Append to `host` the answers of a run, and a button that resets the board. */
export function renderAnswers(host, { answers, error }) {
  host.append(...answers.map(shown));
  if (error) host.append(make("p", { className: "nx-answer-error", textContent: error.message }));
  if (answers.length) host.append(resetButton());
}

/** Give the board the seeded database again; resolves to whether that worked. */
export async function resetBoard() {
  const { error } = await start({ kind: "http", text: "", reset: true }).result;
  announce(error ? error.message : "The board is as it was at first.");
  return !error;
}

function resetButton() {
  const button = make("button", { type: "button", className: "nx-reset-board", textContent: "Reset the board" });
  button.addEventListener("click", async () => {
    button.disabled = true;
    if (await resetBoard()) button.textContent = "The board is as it was";
    else button.disabled = false;
  });
  return button;
}

function shown({ title, method, path, status, reason, headers, body, milliseconds }) {
  const name = title || `${method} ${path}`;
  const box = make("section", { className: "nx-answer" });
  box.setAttribute("aria-label", `Answer to ${name}`);
  if (title) box.append(make("p", { className: "nx-answer-title", textContent: title }));
  box.append(make("p", { className: "nx-request" }, [make("code", { textContent: `${method} ${path}` })]));
  const line = make("p", { className: "nx-status" }, [
    make("strong", { textContent: `${status} ${reason}`.trim() }),
    make("span", { textContent: ` ${Math.ceil(milliseconds)} ms` }),
  ]);
  line.dataset.class = `${Math.floor(status / 100)}`;
  const list = make("dl", {}, headers.flatMap(([key, value]) => [make("dt", { textContent: key }), make("dd", { textContent: value })]));
  box.append(line, make("details", { className: "nx-headers" }, [make("summary", { textContent: `${headers.length} headers` }), list]));
  if (body) {
    const pre = make("pre", { tabIndex: 0 }, [make("code", { textContent: body })]);
    pre.setAttribute("role", "group");
    pre.setAttribute("aria-label", `Body of the answer to ${name}`);
    box.append(pre);
  }
  return box;
}

/** An element with these properties and children. */
export function make(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
