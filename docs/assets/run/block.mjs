// One example block: its buttons, its output, its editor.
import { megabytes } from "./consent.mjs";
import { announce, make } from "./dom.mjs";
import { agreed, root, runtimeOf, start } from "./runtimes.mjs";

const blocks = new WeakMap();

/** Do what a button of the block `figure` says: run, stop, edit, reset. */
export function act(figure, action) {
  if (!blocks.has(figure)) blocks.set(figure, new Block(figure));
  return blocks.get(figure)[action]();
}

class Block {
  constructor(figure) {
    this.figure = figure;
    this.kind = figure.dataset.run;
    this.path = figure.dataset.example;
    this.name = this.path.split("/").at(-1);
    this.file = this.path.slice(figure.dataset.zip.replace(/^examples\//, "").lastIndexOf("/") + 1);
    [this.runButton, this.editButton] = figure.querySelectorAll("button[data-do]");
    this.code = figure.querySelector(".highlight");
    this.recorded = figure.querySelector(".nx-output");
    this.busy = null;
    this.editor = null;
  }

  // -- running

  async run() {
    if (this.busy) return;
    this.busy = { stop: () => {} };
    this.show();
    try {
      this.say("");
      if (!(await agreed(runtimeOf(this.kind), this.live))) return this.over({ canceled: true });
      this.mark(null);
      const job = await this.job();
      await this.clear();
      this.button("stop", "Stop");
      const task = start(job, {
        alive: () => this.figure.isConnected,
        output: (stream, text) => this.print(stream, text),
        state: (name, detail) => this.state(name, detail),
      });
      this.busy = task;
      this.over(await task.result);
    } catch (error) {
      this.over({ ok: false, error: { message: error.message, line: null } });
    }
  }

  stop() {
    if (performance.now() - this.changed > 300) this.busy?.stop(); // not by a double click on Run
  }

  async job() {
    const { kind, file } = this;
    const { zip } = this.figure.dataset;
    const text = this.editor?.text();
    const code = text === undefined || text === this.original ? undefined : text;
    this.edited = code !== undefined;
    if (kind === "http" || kind === "graphql") return { kind, text: text ?? (await this.source()), record: this.edited ? undefined : await this.record() };
    if (kind === "tests") {
      const folder = file.slice(0, file.lastIndexOf("/"));
      return { kind, zip, folder, only: [this.name], files: this.edited ? { [this.name]: code } : {}, needs: this.needs() };
    }
    const { fixtures } = this.figure.dataset;
    return { kind, zip, file, code, fixtures: fixtures !== undefined, needs: this.needs(), record: this.edited ? undefined : await this.record() };
  }

  needs() {
    return this.figure.dataset.needs.split(" ").filter(Boolean);
  }

  state(name, detail) {
    const runtime = runtimeOf(this.kind) === "sql" ? "PostgreSQL" : "Python";
    const words = {
      queued: "Waiting for another run",
      fetching: `Fetching ${runtime}`,
      starting: `Starting ${runtime}`,
      running: "Running",
    }[name];
    if (name !== this.phase) announce(words);
    this.phase = name;
    this.progress.hidden = name !== "fetching";
    this.button("stop", name === "running" ? "Stop" : "Cancel");
    if (name !== "fetching") return this.say(`${words}…`);
    this.progress.max = detail.total;
    this.progress.value = detail.loaded;
    return this.say(`${words}: ${megabytes(detail.loaded)} of ${megabytes(detail.total)}`);
  }

  print(stream, text) {
    this.texts.push([stream, text]);
    this.frame ??= requestAnimationFrame(() => this.paint());
  }

  // Text reaches the page once per frame, in as few nodes as can be.
  paint() {
    cancelAnimationFrame(this.frame);
    this.frame = undefined;
    const box = this.samp.parentElement;
    const follow = box.scrollTop + box.clientHeight >= box.scrollHeight - 4;
    for (const [stream, text] of this.texts) {
      const last = this.samp.lastElementChild;
      if (last?.dataset.stream === stream) last.append(text);
      else this.samp.append(make("span", { class: `nx-${stream}`, "data-stream": stream }, text));
    }
    this.texts = [];
    if (follow) box.scrollTop = box.scrollHeight;
  }

  over(result) {
    this.paint();
    this.busy = null;
    this.phase = null;
    this.progress.hidden = true;
    this.button("run", "Run");
    if (result.canceled) {
      this.hide();
      return announce("Canceled.");
    }
    const words = verdict(result, this.edited);
    this.say(words);
    this.live.dataset.result = result.stopped ? "stopped" : result.error ? "error" : result.same === false ? "differs" : "ok";
    this.previous.hidden = !this.recorded || result.same === true;
    if (result.answers) this.present(result);
    this.pre.hidden = Boolean(result.answers) && this.kind !== "sql"; // the answers say it all
    this.mark(result.error?.line ?? null);
    return announce(result.error ? `${words}. ${result.error.message}` : words);
  }

  async present(result) {
    if (this.kind === "sql") (await import("./tables.mjs")).showTables(this.pre, result.answers);
    else (await import("./http.mjs")).renderAnswers(this.answers, result);
  }

  // -- the output in the page

  show() {
    if (!this.live) this.build();
    if (!this.live.isConnected) this.place();
  }

  build() {
    this.said = make("span", { class: "nx-said" });
    this.progress = make("progress", { hidden: "", "aria-label": "Download" });
    this.samp = make("samp");
    this.pre = make("pre", { class: "nx-out", tabindex: 0, role: "group", "aria-label": `Output of your run of ${this.name}` }, this.samp);
    this.answers = make("div", { class: "nx-answers" });
    const head = make("p", { class: "nx-live-head" }, make("span", { class: "nx-label" }, "Your run"), this.said);
    this.previous = make("details", { class: "nx-recorded", hidden: "" }, make("summary", {}, "Recorded output"));
    this.live = make("div", { class: "nx-live" }, head, this.progress, this.pre, this.answers, this.previous);
    this.texts = [];
  }

  place() {
    if (this.recorded) {
      // In place of the recorded output and at least as high, so that the page stays still.
      this.live.style.minHeight = `${this.recorded.offsetHeight}px`;
      this.recorded.before(this.live);
      this.previous.append(this.recorded);
    } else this.figure.querySelector(".nx-verified").before(this.live);
  }

  hide() {
    if (this.recorded) this.live.before(this.recorded);
    this.live.remove();
  }

  async clear() {
    if (this.kind === "sql") (await import("./tables.mjs")).clearTables(this.pre);
    this.samp.replaceChildren();
    this.answers.replaceChildren();
    this.texts = [];
    this.previous.hidden = true;
    delete this.live.dataset.result;
  }

  say(words) {
    this.said.textContent = words;
  }

  button(action, label) {
    if (this.runButton.textContent === label) return;
    if (this.runButton.dataset.do !== action) this.changed = performance.now();
    this.runButton.dataset.do = action;
    this.runButton.textContent = label;
  }

  // -- editing

  async edit() {
    if (this.editor || this.opening) return;
    this.opening = true;
    try {
      const [{ create }, text] = await Promise.all([import("./editor.mjs"), this.source()]);
      this.host = make("div", { class: "nx-editor" });
      if (this.code) this.code.before(this.host);
      else this.figure.querySelector(".nx-bar").after(this.host);
      const language = this.kind === "tests" ? "python" : this.kind;
      this.editor = await create(this.host, { text, language, label: `Code of ${this.name}`, onRun: () => this.run(), onChange: () => this.mark(null) });
      this.original = text;
      if (this.code) this.code.hidden = true;
      this.editButton.dataset.do = "reset";
      this.editButton.textContent = "Reset";
      this.editor.focus();
      announce("Editor opened.");
    } catch {
      this.host?.remove();
      this.show();
      this.say("The editor could not be fetched. Choose Edit to retry.");
      announce("The editor could not be fetched.");
    } finally {
      this.opening = false;
    }
  }

  reset() {
    this.busy?.stop();
    this.editor.destroy();
    this.editor = null;
    this.host.remove();
    if (this.code) this.code.hidden = false;
    this.editButton.dataset.do = "edit";
    this.editButton.textContent = "Edit";
    if (this.live?.isConnected) this.hide();
    announce("The example is as it was.");
  }

  mark(line) {
    this.editor?.mark(line);
  }

  async source() {
    return take(this.figure.querySelector("a[download]").href);
  }

  async record() {
    if (!("record" in this.figure.dataset)) return undefined;
    return this.recorded?.querySelector("samp").textContent ?? take(new URL(`examples/${this.path}.out`, root));
  }
}

async function take(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: the server answered ${response.status}.`);
  return response.text();
}

function verdict(result, edited) {
  const time = result.milliseconds < 1000 ? `${Math.round(result.milliseconds ?? 0)} ms` : `${(result.milliseconds / 1000).toFixed(1)} s`;
  if (result.stopped) return `Stopped after ${time}`;
  if (result.broken || (result.error && !result.milliseconds)) return result.error.message;
  const parts = [time];
  if (result.tests) parts.push(count(result.tests));
  else if (result.status) parts.push(`exit status ${result.status}`);
  if (!edited && result.same !== undefined) parts.push(result.same ? "same as recorded" : "differs from the recorded output");
  return parts.join(" · ");
}

function count(tests) {
  const became = (outcome) => tests.filter((test) => test.outcome === outcome).length;
  const foreseen = became("xfailed"); // `xfail`: a fault that is known
  return `${became("passed")} of ${tests.length - foreseen} tests passed${foreseen ? `, ${foreseen} failed as foreseen` : ""}`;
}
