/** The page for SPARQL: a field with completion, stored questions to begin with, and answers on the page. */

import type { EditorView } from "@codemirror/view";
import { ask, download, shown, type Rows } from "./answers";
import { element, fetchJson, linkStyles, whenParsed } from "./dom";
import { fieldFor } from "./field";
import { TERMS, Vocabulary } from "./terms";

/** What the server gives the page to begin with. */
interface Start {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly questions: readonly { readonly name: string; readonly text: string }[];
}

class EditorPage {
  private readonly vocabulary = new Vocabulary();
  private readonly view: EditorView;
  private readonly result: HTMLElement;
  private readonly address: string;
  private prefixes: Readonly<Record<string, string>> = {};

  constructor(
    private readonly form: HTMLFormElement,
    private readonly area: HTMLTextAreaElement,
  ) {
    this.address = form.dataset["editor"] || form.action;
    this.result = document.querySelector<HTMLElement>("[data-result]") ?? form.appendChild(element("div"));
    this.view = fieldFor(area, this.vocabulary, () => void this.answer());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.answer();
    });
    const save = element("button", { type: "button" }, "Download");
    save.addEventListener("click", () => void this.told(download(this.address, this.area.value, this.format())));
    form.querySelector("button:not([type=button])")?.after(" ", save, " ", element("small", {}, "Ctrl+Enter asks"));
    void this.learn();
  }

  /** Gets prefixes and questions, then the names of the ontology; without them it is a field all the same. */
  private async learn(): Promise<void> {
    const start = (await fetchJson("/editor.json")) as Start;
    this.prefixes = start.prefixes;
    this.vocabulary.knowPrefixes(start.prefixes);
    this.offer(start);
    const rows = (await (await ask(this.address, TERMS)).json()) as Rows;
    this.vocabulary.knowTerms(
      (rows.results?.bindings ?? []).map((row) => ({
        iri: row["term"]?.value ?? "",
        label: row["label"]?.value ?? "",
        kind: row["kind"]?.value ?? "",
      })),
    );
    this.form.setAttribute("data-editor-state", "ready");
  }

  /** A stored question that is chosen comes into the field without a new page. */
  private offer(start: Start): void {
    const select = document.querySelector<HTMLSelectElement>("select[data-questions]");
    select?.form?.addEventListener("submit", (event) => {
      const text = start.questions.find(({ name }) => name === select.value)?.text;
      if (text === undefined) return;
      event.preventDefault();
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
      this.view.focus();
    });
  }

  private async answer(): Promise<void> {
    this.result.setAttribute("aria-busy", "true");
    await this.told(
      (async () => {
        const short = (iri: string): string => this.vocabulary.short(iri);
        const answer = await ask(this.address, this.area.value);
        this.result.replaceChildren(...(await shown(answer, short, (iri) => this.page(iri))));
      })(),
    );
    this.result.removeAttribute("aria-busy");
  }

  /** The page here of an entity or article; "" for other IRIs, which lead elsewhere. */
  private page(iri: string): string {
    for (const kind of ["entity", "article"]) {
      const start = Object.values(this.prefixes).find((one) => one.endsWith(`/${kind}/`) && iri.startsWith(one));
      if (start && !iri.includes("#")) return `/${kind}/${iri.slice(start.length)}`;
    }
    return "";
  }

  private format(): string {
    return this.form.querySelector<HTMLSelectElement>("select[name=format]")?.value ?? "json";
  }

  private async told(done: Promise<void>): Promise<void> {
    try {
      await done;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      this.result.replaceChildren(element("p", { role: "alert", class: "problem lines" }, words));
    }
  }
}

whenParsed(() => {
  const form = document.querySelector<HTMLFormElement>("form[data-editor]");
  const area = form?.querySelector<HTMLTextAreaElement>("textarea[name=query]");
  if (!form || !area) return;
  linkStyles("editor");
  new EditorPage(form, area);
});
