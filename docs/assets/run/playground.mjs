// The API playground: turns each operation that the page describes into a form.
import { megabytes } from "./consent.mjs";
import { announce, button as plain, make } from "./dom.mjs";
import { agreed, start } from "./runtimes.mjs";
import { renderAnswers, resetBoard } from "./http.mjs";

const button = (text, act) => plain(text, act, {});

const signedIn = { email: "", token: "" }; // as long as the reader stays on the site
let count = 0;

/** Make the panel of people work, and every operation of its page. */
export function decorate(panel) {
  panel.append(signInForm(panel));
  for (const operation of document.querySelectorAll(".nx-operation")) {
    const fill = () => operation.append(form(operation));
    if (operation.open) fill(); // by a reader who was quicker than this script
    else operation.addEventListener("toggle", fill, { once: true });
  }
}

function signInForm(panel) {
  const said = make("p", { class: "nx-signed-in" });
  const answers = make("div");
  const become = (email, token) => {
    Object.assign(signedIn, { email, token });
    said.textContent = token ? `Requests are sent as ${email}.` : "Requests are sent without signing in.";
    panel.dispatchEvent(new Event("signed-in"));
  };
  const buttons = [...document.querySelectorAll("[data-email]")].map(({ dataset: { email } }) =>
    button(`Sign in as ${email}`, async () => {
      const body = JSON.stringify({ email, password: panel.dataset.password });
      const text = `### Sign in\nPOST /api/v2/auth/token/\nContent-Type: application/json\n\n${body}`;
      const found = (await send("http", text, answers))?.answers?.[0];
      if (found?.status === 200) become(email, JSON.parse(found.body).token);
    }),
  );
  const out = button("Sign out", () => {
    become("", "");
    announce(said.textContent);
  });
  const reset = button("Reset the board", async () => {
    if (!(await agreed("python", answers)) || !(await resetBoard())) return;
    become("", ""); // the token is gone with the rest
    answers.replaceChildren();
  });
  become(signedIn.email, signedIn.token);
  return make("div", { class: "nx-sign-in" }, make("p", { class: "nx-buttons" }, ...buttons, out, reset), said, answers);
}

function form(operation) {
  const kind = "graphql" in operation.dataset ? "graphql" : "http";
  const made = make("form", { class: "nx-form" });
  const text = FIELDS[kind](made, operation);
  const answers = make("div", { class: "nx-answers" });
  const submit = make("button", { type: "submit" }, "Send");
  made.append(submit, answers);
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    await send(kind, text(), answers);
    submit.disabled = false;
    if (document.activeElement === document.body) submit.focus();
  });
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) made.requestSubmit();
  });
  return made;
}

const FIELDS = { http: httpFields, graphql: graphqlFields };

function graphqlFields(made, operation) {
  const area = field(made, "Operation", make("textarea", {}, operation.querySelector("[data-text]").textContent));
  return () => (signedIn.token && !/^#\s*sign-in:/m.test(area.value) ? `# sign-in: ${signedIn.email}\n` : "") + area.value;
}

// The text of a request, as an .http file has it.
function httpFields(made, operation) {
  const { method, path } = operation.dataset;
  const parameters = [...operation.querySelectorAll("li[data-in]")].map(({ dataset }) => ({
    ...dataset,
    input: field(made, `${dataset.name} (${dataset.in})`, make("input", { value: dataset.value ?? "", ...(dataset.in === "path" && { required: "" }) })),
  }));
  const all = (place) => parameters.filter((one) => one.in === place && one.input.value.trim());
  const headers = field(made, "More headers", make("textarea", {}, authorization()));
  document.querySelector("[data-part=playground]").addEventListener("signed-in", () => {
    headers.value = [authorization(), ...headers.value.split("\n").filter((line) => line.trim() && !/^authorization:/i.test(line))].join("\n").trim();
  });
  const example = operation.querySelector("[data-body]")?.textContent;
  const body = example && field(made, "Body", make("textarea", {}, example));
  return () => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(all("path").find((one) => one.name === name)?.input.value ?? ""));
    const query = new URLSearchParams(all("query").map((one) => [one.name, one.input.value])).toString();
    const lines = [`${method} ${filled}${query && `?${query}`}`];
    lines.push(...all("header").map((one) => `${one.name}: ${one.input.value}`), ...headers.value.split("\n").filter((line) => line.trim()));
    if (body) lines.push("Content-Type: application/json", "", body.value);
    return lines.join("\n");
  };
}

const authorization = () => (signedIn.token ? `Authorization: Token ${signedIn.token}` : "");

function field(made, label, input) {
  input.id = `nx-field-${++count}`;
  input.spellcheck = false;
  input.autocapitalize = "off";
  if (input.tagName === "TEXTAREA") input.rows = Math.min(input.value.split("\n").length + 1, 14);
  made.append(make("label", { for: input.id }, label), input);
  return input;
}

async function send(kind, text, host) {
  if (!(await agreed("python", host))) return null;
  const said = make("p", { class: "nx-said" });
  host.replaceChildren(said);
  const words = { queued: "Waiting for another run…", starting: "Starting Python…", running: "Sending…" };
  const state = (name, detail) => {
    said.textContent = words[name] ?? `Fetching Python: ${megabytes(detail.loaded)} of ${megabytes(detail.total)}`;
  };
  const result = await start({ kind, text }, { state, alive: () => host.isConnected }).result;
  said.remove();
  renderAnswers(host, { answers: result.answers ?? [], error: result.error });
  announce(result.error?.message ?? result.answers.map(({ status, reason }) => `${status} ${reason}`).join(", "));
  return result;
}
