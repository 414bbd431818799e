// What psql does with a script and with what a server answers: the same text, to the letter.

const TOKEN = /--[^\n\r]*|\/\*|e'(?:[^'\\]|\\[^]|'')*'?|'[^']*'?|"[^"]*"?|\$(?:[a-z_\x80-\uffff][\w\x80-\uffff]*)?\$|[a-z_\x80-\uffff][\w$\x80-\uffff]*|\s+|[^]/giy;

/** The statements of `text` as psql sends them: [{sql, line}]. */
export function statements(text) {
  const found = [];
  let begun = -1; // where the statement starts
  let parens = 0;
  let blocks = 0; // BEGIN ATOMIC … END in the body of a function
  let words = "";
  const end = (at) => {
    if (begun >= 0) found.push({ sql: text.slice(begun, at), line: text.slice(0, begun).split("\n").length });
    begun = -1;
    parens = blocks = 0;
    words = "";
  };
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(text)); ) {
    const [token] = match;
    const word = token.toLowerCase();
    if (begun < 0) {
      if (/^(--|\s)/.test(token)) continue;
      begun = match.index;
    }
    if (token === "/*") TOKEN.lastIndex = afterComment(text, TOKEN.lastIndex);
    else if (/^\$.*\$$/.test(token)) {
      const close = text.indexOf(token, TOKEN.lastIndex);
      TOKEN.lastIndex = close < 0 ? text.length : close + token.length;
    } else if (token === "(") parens += 1;
    else if (token === ")") parens = Math.max(0, parens - 1);
    else if (token === ";" && !parens && !blocks) end(TOKEN.lastIndex);
    else if (/^\w/.test(token)) {
      if (!parens && /^(create|or|replace|function|procedure)$/.test(word)) words += `${word} `;
      if (/^create (or replace )?(function|procedure)/.test(words) && !parens) {
        if (word === "begin" || (word === "case" && blocks)) blocks += 1;
        else if (word === "end" && blocks) blocks -= 1;
      }
    }
  }
  end(text.length);
  return found;
}

function afterComment(text, at) {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  for (let depth = 1, match; depth; ) {
    if (!(match = marks.exec(text))) return text.length;
    depth += match[0] === "/*" ? 1 : -1;
  }
  return marks.lastIndex;
}

// What takes two columns on a terminal, as PostgreSQL counts it: East Asian wide characters.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{20000}-\u{3fffd}]|(?![\u{1f1e6}-\u{1f1ff}])\p{Emoji_Presentation}/u;
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u;
const width = (character) => (WIDE.test(character) ? 2 : NARROW.test(character) && character !== "\xad" ? 0 : 1);

// The lines of a cell: [{text, width}]. Control characters are shown, tabs filled up.
function lines(cell) {
  return cell.split("\n").map((line) => {
    let text = "";
    let taken = 0;
    for (const character of line) {
      let shown = character;
      const code = character.codePointAt(0);
      if (character === "\t") shown = " ".repeat(8 - (taken % 8));
      else if (character === "\r") shown = "\\r";
      else if (code < 32 || code === 127) shown = `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
      else if (code > 127 && code < 160) shown = `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`;
      text += shown;
      taken += shown === character ? width(character) : shown.length;
    }
    return { text, width: taken };
  });
}

// Numbers, object ids, money: types that stand to the right.
const RIGHT = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069]);

/** A result as psql aligns it. columns: [{name, type}]; rows: [[string or null]]; count of all rows. */
export function table(columns, rows, count = rows.length) {
  const heads = columns.map(({ name }) => lines(name));
  const cells = rows.map((row) => row.map((cell) => lines(cell ?? "")));
  const widths = heads.map((head, column) => {
    let most = 0;
    for (const line of head) most = Math.max(most, line.width);
    for (const row of cells) for (const line of row[column]) most = Math.max(most, line.width);
    return most;
  });
  let text = "";
  const print = (row, head) => {
    const height = Math.max(0, ...row.map((cell) => cell.length));
    for (let y = 0; y < height; y++) {
      text += row
        .map((cell, column) => {
          const last = column === row.length - 1;
          const line = cell[y] ?? { text: "", width: 0 };
          const more = y < cell.length - 1;
          const space = widths[column] - line.width;
          const before = head ? (cell[y] ? space >> 1 : 0) : RIGHT.has(columns[column].type) && cell[y] ? space : 0;
          const after = head || !last || more ? space - before : 0;
          return ` ${" ".repeat(before)}${line.text}${" ".repeat(after)}${more ? "+" : head || !last ? " " : ""}`;
        })
        .join("|");
      text += "\n";
    }
  };
  print(heads, true);
  text += `${columns.length ? widths.map((space) => "-".repeat(space + 2)).join("+") : "--"}\n`;
  if (columns.length) cells.forEach((row) => print(row, false));
  return `${text}(${count} row${count === 1 ? "" : "s"})\n\n`;
}

export const right = (type) => RIGHT.has(type);

/** An error or a notice as psql shows it with VERBOSITY verbose, without its place in PostgreSQL's code. */
export function report(said, sql) {
  const code = said.code === "00000" ? "" : `${said.code}: `;
  let text = `${said.severity}:  ${code}${said.message}\n`;
  if (said.position) text += place(sql, Number(said.position));
  else if (said.internalPosition) text += place(said.internalQuery, Number(said.internalPosition));
  const more = {
    DETAIL: said.detail, HINT: said.hint, QUERY: said.internalQuery,
    CONTEXT: said.severity === "ERROR" || said.severity === "FATAL" ? said.where : "",
    "SCHEMA NAME": said.schema, "TABLE NAME": said.table, "COLUMN NAME": said.column,
    "DATATYPE NAME": said.dataType, "CONSTRAINT NAME": said.constraint,
  };
  for (const name in more) if (more[name]) text += `${name}:  ${more[name]}\n`;
  return text;
}

const MOST_SHOWN = 60; // columns of a line that is quoted
const KEPT_RIGHT = 10;

// The line around character `position` (from 1) of a query, and a mark below it (libpq does this).
function place(query, position) {
  const all = [...query.replaceAll("\t", " ")];
  const at = position - 1;
  if (at > all.length) return "";
  let begin = at;
  while (begin > 0 && !/[\r\n]/.test(all[begin - 1])) begin -= 1;
  let end = at;
  while (end < all.length && !/[\r\n]/.test(all[end])) end += 1;
  const line = all.slice(0, begin).join("").split(/\r\n|\r|\n/).length;
  const span = (from, to) => all.slice(from, to).reduce((sum, character) => sum + (width(character) || 1), 0);
  const first = begin;
  let [cutLeft, cutRight] = ["", ""];
  if (span(begin, end) > MOST_SHOWN) {
    if (span(first, at) + KEPT_RIGHT <= MOST_SHOWN) {
      while (span(begin, end) > MOST_SHOWN) end -= 1;
      cutRight = "...";
    } else {
      while (span(at, end) > KEPT_RIGHT) [end, cutRight] = [end - 1, "..."];
      while (span(begin, end) > MOST_SHOWN) [begin, cutLeft] = [begin + 1, "..."];
    }
  }
  const prefix = `LINE ${line}: ${cutLeft}`;
  return `${prefix}${all.slice(begin, end).join("")}${cutRight}\n${" ".repeat(prefix.length + span(begin, at))}^\n`;
}
