/** Names that a query may hold: keywords, prefixes, the ontology's terms, and the query's own variables. */

import { completeFromList, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";

const KEYWORDS = (
  "SELECT ASK CONSTRUCT DESCRIBE PREFIX DISTINCT WHERE OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH LIMIT OFFSET COUNT SAMPLE EXISTS " +
  "CONTAINS STRSTARTS REGEX LCASE STR LANG BOUND COALESCE GROUP_CONCAT"
).split(" ");
const PHRASES = ["ORDER BY", "GROUP BY", "NOT EXISTS"];
const words = completeFromList([...KEYWORDS, ...PHRASES].map((label) => ({ label, type: "keyword" })));

export const TERMS = `SELECT ?term (SAMPLE(?name) AS ?label) (MIN(?is) AS ?kind) WHERE {
  VALUES (?class ?is) { (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property") }
  ?term a ?class ; rdfs:label ?name
} GROUP BY ?term ORDER BY ?term LIMIT 1000`;

/** What is known of the store's vocabulary; it comes after the page and may never come. */
export class Vocabulary {
  private prefixes: ReadonlyMap<string, string> = new Map();
  private terms: readonly Completion[] = [];

  knowPrefixes(prefixes: Readonly<Record<string, string>>): void {
    this.prefixes = new Map(Object.entries(prefixes));
  }

  knowTerms(found: readonly { readonly iri: string; readonly label: string; readonly kind: string }[]): void {
    this.terms = found
      .map(({ iri, label, kind }) => ({ label: this.short(iri), detail: label, type: kind }))
      .filter(({ label }) => !label.startsWith("<"));
  }

  /** An IRI with its prefix, the longest that fits; in angles where none does. */
  short(iri: string): string {
    const fitting = [...this.prefixes].filter(([, start]) => iri.startsWith(start) && /^[\w-]+$/.test(iri.slice(start.length)));
    const [best] = fitting.sort(([, one], [, other]) => other.length - one.length);
    return best ? `${best[0]}:${iri.slice(best[1].length)}` : `<${iri}>`;
  }

  /** What may follow at a place of a query. */
  complete(context: CompletionContext): CompletionResult | null | Promise<CompletionResult | null> {
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) return { from: variable.from, options: this.variables(context, variable.from), validFor: /^[?$]\w*$/ };
    const declared = context.matchBefore(/\bPREFIX\s+[\w-]*$/i);
    if (declared) {
      const from = context.pos - (/[\w-]*$/.exec(declared.text)?.[0].length ?? 0);
      return { from, options: [...this.prefixes].map(([name, iri]) => ({ label: `${name}: <${iri}>`, type: "namespace" })) };
    }
    const name = context.matchBefore(/[\w-]+:[\w-]*/);
    if (name) return { from: name.from, options: [...this.terms], validFor: /^[\w-]+:[\w-]*$/ };
    const word = context.matchBefore(/\w+/);
    if (!word && !context.explicit) return null;
    const starts = [...this.prefixes.keys()].map((prefix) => ({ label: `${prefix}:`, type: "namespace" }));
    const keywords = words(context) as CompletionResult | null;
    return { from: word?.from ?? context.pos, options: [...(keywords?.options ?? []), ...starts, ...this.terms], validFor: /^\w*$/ };
  }

  private variables(context: CompletionContext, except: number): Completion[] {
    const found = [...context.state.doc.toString().matchAll(/[?$]\w+/g)].filter((match) => match.index !== except);
    return [...new Set(found.map(([name]) => name))].map((label) => ({ label, type: "variable" }));
  }
}
