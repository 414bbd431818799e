// What the reader has read, answered and solved: kept in this browser, shown in the navigation.

import { button, make } from "./dom.mjs";

const KEY = "nexus-progress";
const PARTS = ["lessons", "questions", "exercises", "work"]; // each: id -> what is known of it
const ENOUGH = 120; // seconds in view; then reaching a lesson's end marks it as read
const home = new URL("../../", import.meta.url).pathname;
const watchers = new Map();
let unkept = null; // everything, where the browser keeps nothing or holds what we cannot read

const fresh = () => ({ version: 1, lessons: {}, questions: {}, exercises: {}, work: {} });

/** Everything that is known. What is stored and cannot be read is left as it is. */
export function read() {
  try {
    const text = unkept ? null : localStorage.getItem(KEY);
    return unkept ?? (text === null ? fresh() : parse(text));
  } catch {
    return (unkept = fresh());
  }
}

/** What to tell the reader when nothing is kept, or "". */
export const warning = () =>
  read() === unkept ? "This browser keeps nothing for this site: your progress lasts until you close the page. " : "";

/** Change what is known by `edit(all)`, keep it, and show it. */
export function change(edit) {
  const all = read();
  edit(all);
  try {
    if (!unkept) localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    unkept = all;
  }
  show();
}

/** Return the progress in `text`; an Error says what is wrong with it. */
export function parse(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    throw Error("This file is no JSON.");
  }
  if (found?.version > 1) throw Error("This file is of a newer version of the site: reload the page, then try again.");
  const isMap = (value) => value?.constructor === Object;
  for (const part of PARTS) {
    const fits = (value) => (part === "work" ? typeof value === "string" : isMap(value));
    if (found?.version !== 1 || !isMap(found[part]) || !Object.values(found[part]).every(fits))
      throw Error(`This is no progress of this site: “${part}” cannot be read.`);
  }
  return found;
}

/** Add `other`: nothing that was reached here is lost, and no code replaced. */
export const merge = (other) =>
  change((all) => {
    for (const part of PARTS)
      for (const [id, theirs] of Object.entries(other[part])) {
        const ours = all[part][id] ?? theirs;
        all[part][id] = part === "work" ? ours : { ...theirs, ...ours, ...(theirs.right && { right: true }) };
      }
  });

export function erase() {
  try {
    localStorage.removeItem(KEY);
    unkept = null;
  } catch {
    unkept = fresh();
  }
  show();
}

/** Call `draw` now, and on each change here or in another tab while `element` is in the page. */
export function watch(element, draw) {
  watchers.set(draw, element);
  draw();
}

function show() {
  for (const [draw, element] of watchers) element.isConnected ? draw() : watchers.delete(draw);
}

addEventListener("storage", show);

export const today = () => new Date().toISOString().slice(0, 10);

function navigation() {
  const { lessons } = read();
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link")) {
    const id = link.pathname.replace(home, "").replace(/\/$/, "");
    link.querySelector(".nx-read")?.remove();
    if (!lessons[id]) continue;
    const words = make("span", { class: "nx-hidden" }, " (read)");
    link.append(make("span", { class: "nx-read" }, make("span", { "aria-hidden": "true" }, "✓"), words));
  }
}

export function decorate(element) {
  const { lesson } = element.dataset;
  watch(element, navigation);
  if (!lesson) return;
  let left = ENOUGH;
  let atEnd = false;
  const words = make("span", { role: "status" });
  const toggle = button("", () => {
    left = Infinity; // who unmarks a lesson means it
    mark(!read().lessons[lesson]);
  });
  element.append(words, toggle);
  watch(element, () => {
    const known = read().lessons[lesson];
    words.textContent = warning() + (known ? `✓ You read this lesson on ${known.read}. ` : "");
    toggle.textContent = known ? "Mark as not read" : "Mark as read";
  });
  new IntersectionObserver(([entry]) => (atEnd ||= entry.isIntersecting)).observe(element);
  const clock = setInterval(() => {
    if (!element.isConnected || read().lessons[lesson]) return clearInterval(clock);
    if (!document.hidden) left -= 1;
    if (atEnd && left <= 0) mark(true);
  }, 1000);

  function mark(done) {
    change(({ lessons }) => (done ? (lessons[lesson] = { read: today() }) : delete lessons[lesson]));
  }
}
