// PostgreSQL in a module worker: fetches PGlite, then runs scripts as psql would.
import { counted, take } from "./fetching.mjs";
import { Output } from "./output.mjs";
import { report, right, statements, table } from "./psql.mjs";

const root = new URL("../../", import.meta.url);
const MOST = 100_000; // characters kept of one result: as many as are printed
const MOST_ROWS = 500; // of a result that is shown as a table

let started; // the promise of { database, protocol, reset }

addEventListener("message", async ({ data: { id, job, manifest } }) => {
  const tell = (type, data) => postMessage({ id, type, ...data });
  const state = (name, detail) => tell("state", { state: name, detail });
  let result = { ok: true };
  let what = "The download broke off";
  try {
    const server = await (started ??= start(manifest.sql, state));
    if (job) {
      const [script, fixtures] = await Promise.all(sources(job));
      what = "PostgreSQL stopped working";
      result = await run(server, fixtures, script, job.record, new Output((stream, text) => tell("output", { stream, text })), state);
    }
  } catch (error) {
    const said = String(error?.message ?? error).split("\n")[0];
    result = { ok: false, milliseconds: 0, broken: true, error: { message: `${what} (${said}). Run again to retry.`, line: null } };
  }
  tell("done", { result });
});

async function start({ base, files }, state) {
  const placed = files.map((file) => ({ ...file, url: new URL(`run/${base}${file.name}`, root) }));
  const get = (name) => take(placed.find((file) => file.name.startsWith(name)).url);
  const compiled = async (name) => WebAssembly.compile(await (await get(name)).arrayBuffer());
  const work = () => Promise.all([
    import(new URL(`run/${base}index.js`, root)), text(new URL("reset.sql", import.meta.url)),
    compiled("pglite.wasm"), compiled("initdb.wasm"), get("pglite.data").then(unpacked),
  ]);
  const [{ PGlite, protocol }, reset, pgliteWasmModule, initdbWasmModule, fsBundle] = await counted(placed, (detail) => state("fetching", detail), work);
  state("starting");
  return { database: await PGlite.create({ pgliteWasmModule, initdbWasmModule, fsBundle }), protocol, reset };
}

// Published as .gz; some servers and browsers unpack such a file on the way, some do not.
async function unpacked(response) {
  const blob = await response.blob();
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b ? new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).blob() : blob;
}

const text = async (url) => (await take(url)).text();

// The script and the fixtures of its page: files of the site, beside the zip of the page.
function sources({ zip, file, code, fixtures }) {
  const at = (path) => text(new URL(path, new URL(zip, root)));
  return [code ?? at(file), fixtures ? at(`${file.split("/")[0]}/fixtures.sql`) : ""];
}

async function run(server, fixtures, script, record, output, state) {
  for (const { sql } of [...statements(server.reset), ...statements(fixtures)]) {
    const { error } = await execute(server, sql);
    if (error) throw new Error(`before the example: ${error.message}`);
  }
  await execute(server, "RESET ALL");
  state("running");
  const began = performance.now();
  const answers = [];
  const add = (said, bad) => {
    output.add(bad ? "stderr" : "stdout", said);
    answers.push({ text: said, error: bad });
  };
  let error = null;
  for (const { sql, line } of statements(script)) {
    const answer = await execute(server, sql, (notice) => add(report(notice, sql), true));
    if (answer.copied) add(answer.copied);
    if (answer.error) {
      const above = sql.slice(0, Number(answer.error.position ?? 1) - 1).split("\n").length - 1;
      error = { message: `${answer.error.code}: ${answer.error.message}`, line: line + above };
      add(report(answer.error, sql), true);
    } else if (answer.columns) {
      const { columns, rows, count } = answer;
      add(table(columns, rows, count));
      if (columns.length && columns[0].name !== "QUERY PLAN") {
        const shown = columns.map(({ name, type }) => ({ name, right: right(type) }));
        answers.splice(-1, 1, { columns: shown, rows: rows.slice(0, MOST_ROWS), count });
      }
    }
    // A tag says what was done; after rows only that of a change is shown.
    if (answer.tag && !answer.copied && (!answer.columns || /^(INSERT|UPDATE|DELETE|MERGE)/.test(answer.tag))) add(`${answer.tag}\n`);
  }
  const milliseconds = performance.now() - began;
  output.end();
  return { ok: !error, milliseconds, error, answers, ...(record !== undefined && { same: matches(output.all, record) }) };
}

// Send one statement; collect what comes back, and of very many rows the first.
async function execute({ database, protocol }, sql, notice = () => {}) {
  const answer = { rows: [], count: 0 };
  const parser = new protocol.Parser();
  const decoder = new TextDecoder();
  let room = MOST;
  const take = (message) => {
    if (message.name === "rowDescription") answer.columns = message.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
    else if (message.name === "dataRow") {
      answer.count += 1;
      if (room > 0) answer.rows.push(message.fields);
      for (const field of message.fields) room -= 3 + (field?.length ?? 0);
    } else if (message.name === "copyData") answer.copied = (answer.copied ?? "") + decoder.decode(message.chunk);
    else if (message.name === "commandComplete") answer.tag = message.text;
    else if (message.name === "notice") notice(message);
    else if (message.name === "error") answer.error = message;
  };
  await database.execProtocolRawStream(protocol.serialize.query(sql), { syncToFs: false, onRawData: (part) => parser.parse(part.slice(), take) });
  return answer;
}

// Compared as `nexus.normalize` leaves it: blanks at line ends do not count, <names> vary.
function matches(printed, record) {
  const tidy = (text) => text.replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "");
  const pattern = tidy(record).replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/<(?:now|time|id|port|address)>/g, ".+?");
  return new RegExp(`^${pattern}$`).test(tidy(printed));
}
