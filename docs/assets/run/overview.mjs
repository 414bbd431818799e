// The Progress page: what is done of each lesson; export, import and reset.

import { button, make } from "./dom.mjs";
import { erase, merge, parse, read, today, warning, watch } from "./progress.mjs";

export function decorate(section) {
  const status = make("p", { role: "status" }, warning());
  const file = make("input", { type: "file", accept: ".json", hidden: "", "aria-label": "A progress file" });
  file.addEventListener("change", load);
  const actions = [button("Export", save), button("Import", () => file.click()), button("Reset", reset)];
  section.querySelector(".nx-note").remove();
  section.append(make("div", { class: "nx-buttons" }, ...actions), file, status);
  watch(section, () => {
    const { lessons, questions, exercises } = read();
    for (const row of section.querySelectorAll("tr[data-lesson]")) {
      const { lesson } = row.dataset;
      const [title, asked, posed] = row.children;
      fill(asked, (id) => questions[`${lesson}#${id}`]?.right);
      fill(posed, (id) => exercises[`${lesson}/exercises/${id}`]?.solved);
      title.querySelector(".nx-read")?.remove();
      if (lessons[lesson]) title.append(make("span", { class: "nx-read" }, `✓ read ${lessons[lesson].read}`));
    }
  });

  function fill(cell, done) {
    const ids = cell.dataset.ids.split(" ").filter(Boolean);
    cell.textContent = `${ids.filter(done).length} of ${ids.length}`;
  }

  function save() {
    const href = URL.createObjectURL(new Blob([JSON.stringify(read())]));
    make("a", { href, download: `nexus-progress-${today()}.json` }).click();
    status.textContent = "Your progress was saved as a file.";
  }

  async function load() {
    const [chosen] = file.files;
    try {
      merge(parse(await chosen.text()));
      status.textContent = `${chosen.name} was added to your progress.`;
    } catch (error) {
      status.textContent = `${error.message} Nothing was changed.`;
    }
    file.value = "";
  }

  function reset() {
    if (!confirm("Erase what you have read, answered and solved, with your code?")) return;
    erase();
    status.textContent = "Everything was erased.";
  }
}
