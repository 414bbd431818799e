// What the page's editor (docs/assets/run/editor.mjs) takes from CodeMirror, as one module:
// its parts, our colors (those of tokens.css) and our languages.
import { python } from "@codemirror/lang-python";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

export { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
export { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
export { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
export { EditorState, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers, showPanel } from "@codemirror/view";

// Each rule: what stands at the place, what it is, and whether it stands at a line's start only.
function stream(rules) {
  return StreamLanguage.define({
    token(at) {
      for (const [pattern, name, first] of rules) {
        if ((!first || at.sol()) && at.match(pattern)) return name;
      }
      at.next();
      return null;
    },
    languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{", '"'] } },
  });
}

const shared = [
  [/^\{\{[^}]*\}\}/, "variableName.special"],
  [/^"(?:[^"\\]|\\.)*"?/, "string"],
  [/^-?\d+(?:\.\d+)?\b/, "number"],
  [/^(?:true|false|null)\b/, "atom"],
];

const graphql = stream([
  [/^#.*/, "comment"],
  [/^(?:query|mutation|subscription|fragment|on)\b/, "keyword"],
  [/^\$\w+/, "variableName.special"],
  [/^@\w+/, "meta"],
  [/^\w+(?=\s*:)/, "propertyName"],
  ...shared,
  [/^[A-Za-z_]\w*/, null],
]);

const http = stream([
  [/^#.*/, "comment", true],
  [/^@\w+/, "variableName.special", true],
  [/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/, "keyword", true],
  [/^[\w-]+(?=:)/, "propertyName", true],
  ...shared,
  [/^[\w/.:?=&-]+/, null],
]);

export const languages = {
  python: () => python(),
  sql: () => sql({ dialect: PostgreSQL }),
  graphql: () => graphql,
  http: () => http,
  text: () => [],
};

const colors = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.modifier], color: "var(--nx-keyword)" },
  { tag: [t.string, t.special(t.string)], color: "var(--nx-string)" },
  { tag: [t.number, t.bool, t.null, t.atom], color: "var(--nx-number)" },
  { tag: [t.definition(t.variableName), t.function(t.variableName), t.className, t.propertyName, t.typeName, t.meta], color: "var(--nx-name)" },
  { tag: t.special(t.variableName), color: "var(--nx-warm)" },
  { tag: t.comment, color: "var(--nx-comment)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--nx-ink)", backgroundColor: "var(--nx-surface)", fontSize: "0.8rem", maxHeight: "70vh" },
  "&.cm-focused": { outline: "2px solid var(--nx-accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--nx-mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--nx-ink)" },
  ".cm-gutters": { color: "var(--nx-soft)", backgroundColor: "var(--nx-sunken)", borderRight: "1px solid var(--nx-line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { boxShadow: "inset 0 0 0 1px var(--nx-line)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { color: "inherit", backgroundColor: "var(--nx-accent-soft)", outline: "1px solid var(--nx-accent)" },
  ".nx-wrong": { backgroundColor: "var(--nx-warm-soft)", boxShadow: "inset 3px 0 var(--nx-warm) !important" },
  ".nx-wrong::after": { content: '"  ← error"', color: "var(--nx-warm)", fontWeight: "bold" },
  ".cm-panels": { color: "var(--nx-soft)", backgroundColor: "var(--nx-sunken)", borderTop: "1px solid var(--nx-line)" },
  ".nx-keys": { margin: "0", padding: "0.2rem 0.6rem", fontFamily: "var(--nx-text)", fontSize: "0.65rem" },
});

export const appearance = [syntaxHighlighting(colors), theme];
