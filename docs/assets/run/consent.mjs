// Asks before the first download of a runtime, and remembers the answer.
import { button, make } from "./dom.mjs";
import { manifest } from "./manifest.mjs";

const NAMES = { python: "Python", sql: "PostgreSQL" };
const agreedTo = new Set();

/** Bytes as a reader reads them. */
export const megabytes = (bytes) => `${Math.max(bytes / 1e6, 0.1).toFixed(1)} MB`;

/** Ask in `host`, unless the reader agreed before; resolves to whether to go on. */
export async function agreed(runtime, host) {
  if (remembered(runtime)) return true;
  const facts = await manifest();
  let decide;
  const decided = new Promise((resolve) => (decide = resolve));
  const yes = button("Fetch and run", () => decide(true), { class: "nx-yes" });
  const no = button("Cancel", () => decide(false), { class: "nx-no" });
  const about = { class: "nx-ask", role: "group", "aria-label": `Before ${NAMES[runtime]} is fetched` };
  const panel = make("div", about, make("p", {}, question(runtime, facts)), yes, no);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && decide(false));
  const before = document.activeElement;
  host.append(panel);
  yes.focus();
  const answer = await decided;
  panel.remove();
  if (before?.isConnected) before.focus();
  if (answer) remember(runtime);
  return answer;
}

function question(runtime, { python, sql }) {
  const size = (files) => files.reduce((sum, file) => sum + file.gzip, 0);
  const once = "your browser keeps it for the next time, and nothing is sent anywhere.";
  if (runtime === "sql") return `PostgreSQL runs in your browser. The first run fetches ${megabytes(size(sql.files))} from this site; ${once}`;
  const group = (name) => megabytes(size(python.groups[name].map((one) => python.packages[one].file)));
  return `Python runs in your browser. The first run fetches ${megabytes(size(python.core))} from this site; ${once} Libraries come on top where an example needs them: pytest ${group("pytest")}, Django and the board ${group("board")}.`;
}

const key = (runtime) => `nexus-run-${runtime}`;

/** Whether the reader agreed to fetch `runtime` before. */
export function remembered(runtime) {
  try {
    return agreedTo.has(runtime) || localStorage.getItem(key(runtime)) === "yes";
  } catch {
    return false; // a browser that keeps nothing asks once per page
  }
}

function remember(runtime) {
  agreedTo.add(runtime);
  try {
    localStorage.setItem(key(runtime), "yes");
  } catch {
    // agreedTo has it
  }
}
