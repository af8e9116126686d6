/** A field for SPARQL in place of a plain text area. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { EditorState, RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import { element } from "./dom";
import type { Vocabulary } from "./terms";

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "light-dark(#7a1fa2, #d7a5f2)", fontWeight: "600" },
  { tag: [tags.variableName], color: "light-dark(#17528f, #8dbdf2)" },
  { tag: [tags.string, tags.bool, tags.number], color: "light-dark(#1f6b3a, #86d6a0)" },
  { tag: [tags.namespace, tags.url, tags.typeName], color: "light-dark(#7a4300, #ecc465)" },
  { tag: tags.comment, color: "light-dark(#595e66, #a6acb5)" },
]);

const LOOKS = EditorView.theme({
  "&": { border: "1px solid GrayText", borderRadius: "4px", fontSize: "0.95rem", color: "CanvasText", background: "Canvas" },
  "&.cm-focused": { outline: "2px solid Highlight" },
  ".cm-content": { fontFamily: "ui-monospace, Menlo, Consolas, monospace", minHeight: "14rem", caretColor: "CanvasText" },
  ".cm-cursor": { borderLeftColor: "CanvasText" },
  ".cm-gutters": { color: "light-dark(#595e66, #a6acb5)", background: "Canvas", border: "none" },
  ".cm-scroller": { maxHeight: "60vh", overflow: "auto" },
  ".cm-tooltip": { color: "CanvasText", background: "Canvas", border: "1px solid GrayText" },
  ".cm-fault": { textDecoration: "underline wavy light-dark(#a3221b, #ff9d95)" },
});

/** What is typed over a selection; left to the browser, it would keep the look of what was there by an inline style. */
const typedOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const selected = !view.state.selection.main.empty;
    if (event.inputType !== "insertText" || !event.data || event.isComposing || !selected) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

const FAULT = Decoration.mark({ class: "cm-fault" });

/** Underlines what the grammar does not take. */
const faults = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = faultsIn(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || syntaxTree(update.state) !== syntaxTree(update.startState)) this.decorations = faultsIn(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function faultsIn(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  let end = 0;
  syntaxTree(view.state).iterate({
    enter: ({ type, from, to }) => {
      if (!type.isError || from < end) return;
      const last = Math.min(Math.max(to, from + 1), view.state.doc.length);
      if (last > from) found.add(from, last, FAULT);
      end = last;
    },
  });
  return found.finish();
}

/**
 * Puts the field where the text area is, which keeps the value for the form.
 *
 * It stands in a shadow root: there its styles become a constructed sheet, which the page's policy lets through.
 */
export function fieldFor(area: HTMLTextAreaElement, vocabulary: Vocabulary, run: () => void): EditorView {
  const host = element("div", { class: "query-field" });
  const root = host.attachShadow({ mode: "open" });
  const label = area.labels[0]?.textContent ?? "Query";
  const extensions: Extension = [
    keymap.of([{ key: "Mod-Enter", preventDefault: true, run: () => (run(), true) }]),
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [(context) => vocabulary.complete(context)] }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    sparql(),
    syntaxHighlighting(COLOURS),
    faults,
    typedOver,
    LOOKS,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) area.value = update.state.doc.toString();
    }),
  ];
  area.after(host);
  const view = new EditorView({ state: EditorState.create({ doc: area.value, extensions }), parent: root, root });
  area.style.display = "none";
  area.required = false; // a hidden field cannot be pointed at; the server says what an empty query is
  area.labels[0]?.addEventListener("click", () => view.focus());
  return view;
}
