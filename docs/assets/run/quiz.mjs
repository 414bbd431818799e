// Checks the answers to a quiz and says why. All its words stand in the page already.

import { button, make } from "./dom.mjs";
import { change, read, today, watch } from "./progress.mjs";

const lines = (text) => text.replace(/\s+$/gm, "").replace(/^\n+/, "");
const word = (text) => text.trim().toLowerCase();

export function decorate(quiz) {
  for (const question of quiz.querySelectorAll(".nx-question")) enliven(question, `${quiz.dataset.page}#${question.dataset.id}`);
}

function enliven(question, id) {
  const { kind, zip, file } = question.dataset;
  const typing = kind === "short" || kind === "predict";
  const all = (selector) => [...question.querySelectorAll(selector)];
  const inputs = all("input, textarea");
  const whys = all(".nx-answer .nx-why");
  const [details] = all(".nx-answer");
  const [count] = all(".nx-count");
  const label = count.textContent;
  const result = make("div", { class: "nx-result", role: "status" });
  const offer = make("div", { class: "nx-offer" });
  const again = button("Try again", () => {
    for (const input of inputs) typing ? (input.value = "") : (input.checked = false);
    clear();
    inputs[0].focus();
  });
  question.firstChild.append(make("div", { class: "nx-buttons" }, button("Check", check), again));
  details.before(result, offer);
  details.hidden = again.hidden = true;
  watch(question, () => (count.textContent = label + (read().questions[id]?.right ? " · ✓ answered" : "")));
  question.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    check();
  });

  function clear() {
    result.replaceChildren();
    result.dataset.right = "";
    again.hidden = true;
    for (const mark of all(".nx-mark")) mark.remove();
  }

  async function check() {
    clear();
    const picked = inputs.filter((input) => typing ? input.value.trim() : input.checked);
    if (!picked.length) return result.append("Answer first, then check.");
    const { right, words = "", why } = await (typing ? typed(picked[0].value) : chosen(picked));
    const verdict = make("strong", {}, right ? "✓ Right. " : "✗ Not right. ");
    result.append(make("p", {}, verdict, words), ...why.map((part) => part.cloneNode(true)));
    result.dataset.right = right;
    details.hidden = false;
    again.hidden = right;
    change(({ questions }) => {
      const { tries = 0, ...known } = questions[id] ?? {};
      questions[id] = { at: today(), ...known, tries: tries + 1, right: right || known.right === true };
    });
  }

  function chosen(picked) {
    const isRight = (input) => "right" in whys[input.value].dataset;
    const hits = picked.filter(isRight).length;
    const wanted = inputs.filter(isRight).length;
    for (const input of picked) input.parentElement.append(make("span", { class: "nx-mark" }, isRight(input) ? "✓ right" : "✗ not right"));
    const right = hits === wanted && picked.length === wanted;
    const words = kind === "several" && !right ? `${hits} of the ${wanted} right ones, ${picked.length - hits} others.` : "";
    return { right, words, why: picked.map((input) => whys[input.value]) };
  }

  async function typed(text) {
    const bare = kind === "predict" ? lines : word;
    const known = (why) => (kind === "predict" ? [why.dataset.answer] : why.dataset.answer.split("\n"));
    const why = whys.filter((one) => known(one).some((answer) => bare(answer) === bare(text)));
    const printed = zip ? await run() : null;
    const right = printed === null ? why.some((one) => "right" in one.dataset) : lines(printed) === lines(text);
    return { right, why, words: printed === null ? "" : "Your browser ran the code to check." };
  }

  /** What the code prints here and now; null unless the reader has agreed to the runtime. */
  async function run() {
    const { agreed, remembered } = await import("./consent.mjs");
    if (!remembered("python")) {
      const ask = button("Check by running the code", async () => (await agreed("python", offer)) && check());
      offer.replaceChildren(ask);
      return null;
    }
    offer.replaceChildren();
    const { start } = await import("./runtimes.mjs");
    let printed = "";
    const output = (_stream, text) => (printed += text);
    const { stopped, broken } = await start({ kind: "python", zip, file, needs: [] }, { output }).result;
    return stopped || broken ? null : printed;
  }
}
