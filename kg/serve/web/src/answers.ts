/** Puts a query to the server and shows what it answers. */

import { element } from "./dom";

const SHOWN = 1000; // rows on the page; a file has them all
const READABLE = "application/sparql-results+json, text/turtle;q=0.9";
const MEDIA: Readonly<Record<string, { accept: string; ending: string }>> = {
  csv: { accept: "text/csv", ending: "csv" },
  tsv: { accept: "text/tab-separated-values", ending: "tsv" },
  json: { accept: "application/sparql-results+json", ending: "json" },
  xml: { accept: "application/sparql-results+xml", ending: "xml" },
  turtle: { accept: "text/turtle", ending: "ttl" },
};

interface Term {
  readonly type: string;
  readonly value: string;
}

/** The answer of a SELECT or ASK. */
export interface Rows {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Term>>[] };
}

/** Asks; fails with the server's own words. */
export async function ask(address: string, query: string, accept = READABLE): Promise<Response> {
  const headers = { "Content-Type": "application/sparql-query", Accept: accept };
  const answer = await fetch(address, { method: "POST", body: query, headers });
  if (!answer.ok) throw new Error(await reason(answer));
  return answer;
}

/** The answer as elements of the page. */
export async function shown(answer: Response, short: (iri: string) => string, page: (iri: string) => string): Promise<Node[]> {
  const cut = answer.headers.get("X-KG-Truncated");
  const note = cut ? [element("p", { class: "note" }, `The answer was cut after ${cut}.`)] : [];
  if (!(answer.headers.get("Content-Type") ?? "").includes("json")) {
    return [...note, element("pre", { tabindex: "0", class: "turtle" }, await answer.text())];
  }
  const rows = (await answer.json()) as Rows;
  if (rows.boolean !== undefined) return [element("p", {}, rows.boolean ? "Yes." : "No.")];
  return [...note, ...table(rows, short, page)];
}

/** Gives the answer in a format as a file. */
export async function download(address: string, query: string, format: string): Promise<void> {
  const { accept, ending } = MEDIA[format] ?? { accept: READABLE, ending: "txt" };
  const answer = await ask(address, query, accept);
  const href = URL.createObjectURL(await answer.blob());
  element("a", { href, download: `answer.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function table(rows: Rows, short: (iri: string) => string, page: (iri: string) => string): Node[] {
  const columns = rows.head.vars ?? [];
  const all = rows.results?.bindings ?? [];
  const count = all.length === 1 ? "1 row" : `${all.length.toLocaleString("en")} rows`;
  const more = all.length > SHOWN ? `, of which the first ${SHOWN} are shown` : "";
  const cell = (term: Term | undefined): HTMLTableCellElement => {
    if (term?.type !== "uri") return element("td", {}, term?.value ?? "");
    const href = page(term.value);
    return element("td", {}, href ? element("a", { href }, short(term.value)) : short(term.value));
  };
  const body = all.slice(0, SHOWN).map((row) => element("tr", {}, ...columns.map((name) => cell(row[name]))));
  const head = element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)));
  const grid = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  const scroll = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Answer" }, grid);
  return [element("p", { role: "status" }, `${count}${more}.`), scroll];
}

async function reason(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    const said = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const words = said["error"] ?? said["detail"] ?? said["message"];
    return typeof words === "string" ? words : text;
  } catch {
    return text || `${answer.status} ${answer.statusText}`;
  }
}
