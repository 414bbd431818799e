// The reader's code: the starter as it stands, in an editor from the first use on.

import { button, make } from "./dom.mjs";

export function answer(figure, keep, kept, onRun) {
  const shown = figure.querySelector(".highlight");
  const starter = shown.querySelector("pre").textContent;
  let editor = null;
  let timer;
  const edit = button(kept() ? "Go on with your answer" : "Edit", async () => (await open()).focus());

  function open() {
    return (editor ??= (async () => {
      const host = make("div", { class: "nx-editor" });
      try {
        const { create } = await import("./editor.mjs");
        shown.before(host);
        const made = await create(host, { text: kept() ?? starter, language: "python", label: "Your answer", onRun, onChange });
        shown.hidden = edit.hidden = true;
        return made;
      } catch (error) {
        host.remove();
        editor = null;
        throw error;
      }
    })());
  }

  function onChange() {
    clearTimeout(timer);
    timer = setTimeout(async () => keep((await editor).text()), 300);
  }

  return {
    buttons: [edit],
    text: async () => (editor || kept() ? (await open()).text() : starter),
    mark: async (line) => (await editor)?.mark(line),
    async reset() {
      edit.textContent = "Edit";
      (await editor)?.set(starter);
      clearTimeout(timer);
    },
  };
}
