// Lines to put in order: buttons and arrow keys move a line, another button leaves it out.

import { button, make } from "./dom.mjs";

export function answer(list, keep, kept) {
  const first = [...list.children];
  const text = (item) => item.firstChild.textContent;
  const isOut = (item) => item.className === "nx-out";
  const status = make("p", { role: "status", class: "nx-hidden" });
  list.after(status);
  for (const item of first) {
    const name = (does) => ({ "aria-label": `${does}: ${text(item).trim()}` });
    const up = button("↑", () => move(item, -1, up), name("Move up"));
    const down = button("↓", () => move(item, 1, down), name("Move down"));
    item.append(make("span", { class: "nx-moves" }, up, down));
    item.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      move(item, by, event.target);
    });
    if (!("spare" in list.dataset)) continue;
    const out = () => (leave(item, !isOut(item)), save());
    item.lastChild.append(button("✕", out, { ...name("Leave out"), title: "Leave out", "aria-pressed": "false" }));
  }
  try {
    const found = JSON.parse(kept());
    // An order of other lines, from before an update, is not for this list.
    if (`${found.map(([place]) => place).sort()}` === `${[...first.keys()].sort()}`) {
      list.append(...found.map(([place]) => first[place]));
      for (const [place, out] of found) leave(first[place], out);
    }
  } catch {} // nothing was kept

  function move(item, by, focused) {
    const other = by < 0 ? item.previousSibling : item.nextSibling;
    other?.[by < 0 ? "before" : "after"](item);
    focused.focus();
    status.textContent = `Line ${[...list.children].indexOf(item) + 1} of ${first.length}.`;
    save();
  }

  function leave(item, out) {
    item.className = out ? "nx-out" : "";
    item.querySelector("[aria-pressed]")?.setAttribute("aria-pressed", out);
  }

  function save() {
    keep(JSON.stringify([...list.children].map((item) => [first.indexOf(item), isOut(item)])));
  }

  return {
    buttons: [],
    text: () => [...list.children].filter((item) => !isOut(item)).map((item) => `${text(item)}\n`).join(""),
    mark() {},
    reset() {
      list.append(...first);
      for (const item of first) leave(item, false);
    },
  };
}
