// Python in a module worker: fetches Pyodide, then runs files, tests and requests to the board.
import { counted, take } from "./fetching.mjs";
import { Output } from "./output.mjs";

const root = new URL("../../", import.meta.url);
const OURS = ["boot", "fresh", "loop", "normalize"];
const HOME = "/nexus";
let started; // the promise of { pyodide, boot }
let boardOpen = false;
let output;

addEventListener("message", async ({ data: { id, job, manifest } }) => {
  const tell = (type, data) => postMessage({ id, type, ...data });
  const state = (name, detail) => tell("state", { state: name, detail });
  output = new Output((stream, text) => tell("output", { stream, text }));
  let python, result;
  try {
    python = await (started ??= start(manifest, state));
    result = job ? await run(python, job, manifest, state) : { ok: true };
  } catch (error) {
    // A file of the page that could not be fetched is no reason to give up a Python that runs.
    const broken = !(python && error.download === "file");
    result = { ok: false, milliseconds: 0, broken, error: { message: said(error), line: null } };
  }
  output.end();
  tell("done", { result });
  if (job && !result.broken) python.pyodide.runPython("import gc; gc.collect()");
});

async function start({ python: { base, core } }, state) {
  const from = new URL(`run/${base}`, root);
  const [pyodide, ours] = await fetchAll(core, from, state, () => Promise.all([boot(from), own()]));
  pyodide.setStdin({ stdin: () => null });
  pyodide.setStdout({ write: (bytes) => output.write("stdout", bytes), isatty: false });
  pyodide.setStderr({ write: (bytes) => output.write("stderr", bytes), isatty: false });
  pyodide.registerJsModule("nexus_host", { begin: (folder) => output.begin(folder), said: () => output.all });
  pyodide.FS.mkdirTree(`${HOME}/nexus_page`);
  for (const [name, text] of ours) pyodide.FS.writeFile(`${HOME}/nexus_page/${name}.py`, text);
  const program = pyodide.runPython(`import sys; sys.path.append("${HOME}"); from nexus_page import boot; boot.install(); boot`);
  return { pyodide, boot: program };
}

async function boot(from) {
  const { loadPyodide } = await import(new URL("pyodide.mjs", from));
  return loadPyodide({ indexURL: from.href, packageBaseUrl: from.href, env: { HOME: "/home/reader" } });
}

const own = () => Promise.all(OURS.map(async (name) => [name, await (await take(new URL(`${name}.py`, import.meta.url))).text()]));

// Does `work`, which fetches `files` from the folder `from`, and tells how far it is.
async function fetchAll(files, from, state, work) {
  const placed = files.map((file) => ({ ...file, url: new URL(file.name, from) }));
  const result = await counted(placed, (detail) => state("fetching", detail), () => work(placed));
  state("starting");
  return result;
}

async function run({ pyodide, boot }, job, manifest, state) {
  const { kind, zip, needs = [] } = job;
  const onBoard = kind === "http" || kind === "graphql" || needs.includes("board");
  const { groups } = manifest.python;
  const names = new Set(onBoard ? groups.board : []);
  let imports = [];
  const files = kind === "tests" ? inFolder(job) : job.code === undefined ? {} : { [job.file]: job.code };
  if (zip) {
    if (!boot.has_archive(zip)) boot.add_archive(zip, new Uint8Array(await (await take(new URL(zip, root))).arrayBuffer()));
    const first = kind === "tests" ? testsOf(boot, job) : [job.file];
    imports = JSON.parse(boot.wanted(zip, pyodide.toPy(first), pyodide.toPy(files)));
    for (const name of owners(manifest, imports)) names.add(name);
  }
  // The board imports GraphQL's library only where an operation or a program asks for it.
  if (kind === "graphql" || job.text?.includes("/graphql/") || imports.includes("graph")) groups.graphql.forEach((name) => names.add(name));
  if (kind === "tests") groups.pytest.forEach((name) => names.add(name));
  await load(pyodide, [...names], manifest, state);
  if (onBoard) await openBoard(pyodide, manifest, state);
  state("running");
  if (kind === "http" || kind === "graphql") {
    const began = performance.now();
    const answer = JSON.parse(boot.send(kind, job.text, Boolean(job.reset), job.record));
    return { ok: !answer.error, milliseconds: performance.now() - began, ...answer };
  }
  if (kind === "tests") return JSON.parse(boot.run_tests(zip, job.folder, pyodide.toPy(job.files ?? {}), pyodide.toPy(job.only ?? []), onBoard));
  return JSON.parse(boot.run_file(zip, job.file, job.code, onBoard, job.record));
}

const inFolder = ({ folder, files = {} }) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

const testsOf = (boot, { zip, folder, only }) => (only?.length ? only.map((name) => `${folder}/${name}`) : JSON.parse(boot.tests_in(zip, folder)));

// The packages that bring the modules `imports`.
function owners({ python: { packages } }, imports) {
  return Object.keys(packages).filter((name) => packages[name].imports.some((module) => imports.includes(module)));
}

async function load(pyodide, names, { python: { base, packages } }, state) {
  const all = new Set();
  const add = (name) => {
    if (all.has(name) || pyodide.loadedPackages[name]) return;
    all.add(name);
    (packages[name]?.depends ?? []).forEach(add);
  };
  names.forEach(add);
  if (!all.size) return;
  const quiet = { messageCallback: () => {}, errorCallback: () => {}, checkIntegrity: true };
  const files = [...all].map((name) => packages[name].file);
  await fetchAll(files, new URL(`run/${base}`, root), state, async () => {
    await pyodide.loadPackage([...all], quiet);
    const missing = [...all].filter((name) => !pyodide.loadedPackages[name]);
    if (missing.length) throw new Error(`without ${missing.join(", ")}`);
  });
}

async function openBoard(pyodide, { board: { zip, database } }, state) {
  if (boardOpen) return;
  const bytes = async (url) => new Uint8Array(await (await take(url)).arrayBuffer());
  const program = new URL("board.py", import.meta.url);
  const [own, code, rows] = await fetchAll([zip, database], new URL("run/", root), state, (files) => Promise.all([program, ...files.map(({ url }) => url)].map(bytes)));
  pyodide.FS.writeFile(`${HOME}/nexus_page/board.py`, own);
  pyodide.FS.writeFile(`${HOME}/board.zip`, code);
  pyodide.FS.writeFile(`${HOME}/board.sqlite3`, rows);
  boardOpen = true;
}

// What went wrong outside the reader's program, in one sentence.
function said(error) {
  const text = String(error?.message ?? error).trim().split("\n").at(-1);
  return error.download ? `The download broke off (${text}). Run again to retry.` : `Python stopped working (${text}). Run again to start a new one.`;
}
