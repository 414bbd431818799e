// A checklist of a page: a form whose checked boxes are kept with the reader's progress.

import { change, read, today, warning, watch } from "./progress.mjs";

export function decorate(form) {
  const boxes = [...form.querySelectorAll("input")];
  const id = (box) => `${form.dataset.page}#${box.name}`;
  const keep = () =>
    change(({ exercises }) => {
      for (const box of boxes) box.checked ? (exercises[id(box)] ??= { solved: today() }) : delete exercises[id(box)];
    });
  form.onchange = keep;
  // False stops the reset; the boxes are cleared after this event.
  form.onreset = () => confirm("Clear all checks?") && setTimeout(keep);
  watch(form, () => {
    const { exercises } = read();
    let done = 0;
    for (const box of boxes) done += box.checked = id(box) in exercises;
    form.querySelector("output").textContent = `${warning()}${done} of ${boxes.length} done.`;
  });
}
