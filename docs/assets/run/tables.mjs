// Results of SQL as tables beside the text that psql would print, and a button between the two.

import { button, make, style } from "./dom.mjs";

style("sql.css");

/** Show `answers` in place of the text in `pre`, which keeps it. */
export function showTables(pre, answers) {
  clearTables(pre);
  if (!answers.some((answer) => answer.columns)) return;
  const box = make("div", { class: "nx-tables" }, ...answers.map(part));
  const toggle = button("", () => show(box.hidden === false), { class: "nx-toggle" });
  const show = (asText) => {
    pre.hidden = !asText;
    box.hidden = asText;
    toggle.textContent = asText ? "As tables" : "As text";
  };
  show(false);
  pre.before(toggle, box);
}

/** Take the tables of an earlier run away. */
export function clearTables(pre) {
  pre.hidden = false;
  for (const old of pre.parentElement.querySelectorAll(".nx-tables, .nx-toggle")) old.remove();
}

function part({ columns, rows, count, text, error }) {
  // A plan is drawn with blanks, so it stays text; so does what came without rows.
  if (!columns) return make("pre", { class: error ? "nx-stderr" : "" }, text);
  const head = make("tr", {}, ...columns.map((column) => cell("th", column, column.name)));
  head.childNodes.forEach((th) => (th.scope = "col"));
  const body = rows.map((row) => make("tr", {}, ...row.map((value, place) => cell("td", columns[place], value))));
  const words = `${count} row${count === 1 ? "" : "s"}`;
  const table = make("table", { class: "nx-rows" }, make("thead", {}, head), make("tbody", {}, ...body));
  const scroll = make("div", { class: "nx-scroll", tabindex: 0, role: "group", "aria-label": `Result, ${words}` }, table);
  return make("div", {}, scroll, make("p", {}, rows.length < count ? `${words}, the first ${rows.length} shown` : words));
}

function cell(name, { right }, value) {
  const names = [right && "nx-right", value === null && "nx-null"].filter(Boolean).join(" ");
  return make(name, { class: names }, value ?? "NULL");
}
