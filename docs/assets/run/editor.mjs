// The editor of a block. What it is made of is fetched when a reader edits for the first time.
import { announce } from "./dom.mjs";
import { manifest, root } from "./manifest.mjs";

let fetched;
let failures = 0;
let count = 0;

/**
 * Put an editor into `host`.
 * language: "python" | "sql" | "graphql" | "http" | "text"; onRun: Ctrl or Cmd with Enter.
 */
export async function create(host, { text, language, label, onRun, onChange }) {
  const cm = await parts();
  const id = `nx-keys-${++count}`;
  const { field, effect } = errorMark(cm);
  const leave = (view, on) => (view.setTabFocusMode(on), false);
  const view = new cm.EditorView({
    doc: text,
    parent: host,
    extensions: [
      cm.keymap.of([
        { key: "Mod-Enter", run: () => (onRun?.(), true) },
        // Until the next change Tab leaves: no keyboard is caught in here.
        { key: "Escape", run: (it) => leave(it, true) },
        ...cm.closeBracketsKeymap,
        ...cm.historyKeymap,
        cm.indentWithTab,
        ...cm.defaultKeymap,
      ]),
      cm.lineNumbers(),
      cm.history(),
      cm.indentOnInput(),
      cm.bracketMatching(),
      cm.closeBrackets(),
      cm.highlightActiveLine(),
      cm.indentUnit.of(language === "python" ? "    " : "  "),
      cm.EditorState.tabSize.of(4),
      (cm.languages[language] ?? cm.languages.text)(),
      cm.appearance,
      cm.EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": id }),
      cm.EditorView.domEventHandlers({ blur: (_, it) => leave(it, false) }),
      cm.EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        leave(update.view, false);
        onChange?.(update.state.doc.toString());
      }),
      cm.showPanel.of(() => ({ dom: keys(id) })),
      field,
    ],
  });
  return {
    text: () => view.state.doc.toString(),
    set(value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value }, effects: effect.of(null) });
    },
    mark(line) {
      const at = line && line <= view.state.doc.lines ? view.state.doc.line(line).from : null;
      const scroll = at === null ? [] : [cm.EditorView.scrollIntoView(at, { y: "nearest" })];
      view.dispatch({ effects: [effect.of(at), ...scroll] });
      if (at !== null) announce(`The error is in line ${line}.`);
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function parts() {
  fetched ??= manifest()
    // Another fragment is another module to the browser, which may keep a failed one.
    .then(({ editor }) => import(new URL(`run/${editor.name}${failures ? `#${failures}` : ""}`, root)))
    .catch((error) => {
      fetched = undefined;
      failures += 1;
      throw error;
    });
  return fetched;
}

function keys(id) {
  const run = /Mac|iP/.test(navigator.platform) ? "Command" : "Control";
  const dom = document.createElement("p");
  dom.id = id;
  dom.className = "nx-keys";
  dom.textContent = `${run}+Enter runs. Tab indents; Escape, then Tab leaves the editor.`;
  return dom;
}

// The line of an error: marked until it is edited or the program runs again.
function errorMark({ Decoration, EditorView, StateEffect, StateField }) {
  const effect = StateEffect.define();
  const line = Decoration.line({ class: "nx-wrong", attributes: { "aria-invalid": "true" } });
  const field = StateField.define({
    create: () => Decoration.none,
    update(marks, { changes, effects }) {
      let now = marks.map(changes);
      for (const one of effects) {
        if (one.is(effect)) now = one.value === null ? Decoration.none : Decoration.set([line.range(one.value)]);
      }
      return now;
    },
    provide: (it) => EditorView.decorations.from(it),
  });
  return { field, effect };
}
