// Runs jobs in workers, one queue per runtime. A worker that was stopped or broke is replaced.

export { agreed, remembered } from "./consent.mjs";
import { forget, manifest, offline, root } from "./manifest.mjs";

export { manifest, root };

const WORKERS = { python: "python.worker.mjs", sql: "sql.worker.mjs" };
const AFTER_LEAVING = 1000; // milliseconds that a run may go on once its block has left the page

const queues = new Map();
let count = 0;

/** The runtime that runs jobs of `kind`. */
export const runtimeOf = (kind) => (kind === "sql" ? "sql" : "python");

/**
 * Queue a job. `on` may hold output(stream, text), state(name, detail) and alive(), which
 * says whether whoever started the job still stands in the page.
 */
export function start(job, on = {}) {
  const runtime = runtimeOf(job.kind);
  if (!queues.has(runtime)) queues.set(runtime, new Queue(WORKERS[runtime]));
  return queues.get(runtime).add(job, on);
}

// In-site navigation takes blocks out of the page; what they started must not hold up others.
globalThis.document$?.subscribe(() => queues.forEach((queue) => queue.leave()));

const gone = (task) => task.on.alive && !task.on.alive();

class Queue {
  constructor(file) {
    this.file = file;
    this.waiting = [];
    this.current = null;
    this.worker = null;
  }

  add(job, on) {
    const task = { id: ++count, job, on, began: performance.now() };
    task.result = new Promise((resolve) => (task.settle = resolve));
    this.waiting.push(task);
    task.on.state?.("queued");
    this.next();
    return { result: task.result, stop: () => this.stop(task) };
  }

  async next() {
    if (this.current || !this.waiting.length) return;
    const task = (this.current = this.waiting.shift());
    task.on.state?.("starting");
    try {
      const [facts] = await Promise.all([manifest(), this.worker || offline()]);
      if (this.current !== task) return; // stopped meanwhile
      this.worker ??= this.hire();
      const job = task.job.kind === "boot" ? undefined : task.job;
      this.worker.postMessage({ id: task.id, job, manifest: facts, root: root.href });
    } catch (error) {
      this.finish(task, failure(error.message));
    }
  }

  hire() {
    const worker = new Worker(new URL(this.file, import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => worker === this.worker && this.hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker !== this.worker) return;
      this.fire();
      const why = event.message ? ` (${event.message})` : ": its program could not be fetched";
      if (this.current) this.finish(this.current, failure(`The runtime stopped working${why}. Run again to start a new one.`));
    };
    return worker;
  }

  fire() {
    this.worker?.terminate(); // gives its memory back
    this.worker = null;
  }

  hear({ id, type, ...data }) {
    const task = this.current;
    if (task?.id !== id) return;
    if (type === "output") task.on.output?.(data.stream, data.text);
    else if (type === "state") {
      task.phase = data.state;
      task.on.state?.(data.state, data.detail);
      this.release(task);
    } else {
      if (data.result.broken) {
        this.fire();
        forget(); // the site may have been published anew, under other names
      }
      this.finish(task, data.result);
    }
  }

  finish(task, result) {
    if (this.current === task) this.current = null;
    task.settle(result);
    this.next();
  }

  stop(task) {
    const stopped = { ok: false, stopped: true, error: null, milliseconds: performance.now() - task.began };
    const place = this.waiting.indexOf(task);
    if (place >= 0) {
      this.waiting.splice(place, 1);
      task.settle(stopped);
    } else if (this.current === task) {
      this.fire();
      this.finish(task, stopped);
      // Warm up the replacement, but fetch nothing after a canceled download.
      if (task.phase === "running" && !this.current) this.add({ kind: "boot" }, {});
    }
  }

  leave() {
    for (const task of this.waiting.filter(gone)) this.stop(task);
    if (this.current) this.release(this.current);
  }

  // A download goes on for the next page; a program gets a moment to end by itself.
  release(task) {
    if (task.phase === "running" && gone(task)) setTimeout(() => this.current === task && this.stop(task), AFTER_LEAVING);
  }
}

function failure(message) {
  return { ok: false, milliseconds: 0, error: { message, line: null } };
}
