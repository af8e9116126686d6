/** Which relations of a drawn graph are shown: by relation, standing, source and date. */

import { element } from "./dom";
import type { Drawn, EdgeSaid } from "./neighbourhood";

/** What a person chose; an empty text is no restriction. */
interface Choice {
  readonly relation: string;
  readonly standing: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

/** The choice that stands for all kinds of facts; what is denied, planned or only alleged is drawn where it is asked for. */
const FACTS = "facts";
const OF_FACTS: readonly string[] = ["fact", "disputed"];
const STANDINGS: readonly string[] = [...OF_FACTS, "alleged", "possible", "denied"];

const FIELDS = { relation: "Relation", standing: "Kind of claim", source: "Source" } as const;
type Field = keyof typeof FIELDS;

/** A form whose fields offer what the graph holds. */
export class Filters {
  readonly form: HTMLFormElement;
  private readonly selects = new Map<Field, HTMLSelectElement>();
  private readonly from = element("input", { type: "date", name: "from" });
  private readonly to = element("input", { type: "date", name: "to" });

  constructor(
    private readonly graph: Drawn,
    private readonly everything: boolean,
    changed: () => void,
  ) {
    this.form = element("form", { class: "graph-filters", "aria-label": "Filter the graph" });
    for (const [name, label] of Object.entries(FIELDS) as [Field, string][]) {
      const select = element("select", { name });
      this.selects.set(name, select);
      this.form.append(element("label", {}, `${label} `, select));
    }
    this.form.append(element("label", {}, "From ", this.from), element("label", {}, "To ", this.to));
    this.form.addEventListener("input", changed);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.offer();
  }

  /** Offers what came with more of the graph; keeps what was chosen. */
  offer(): void {
    const values: Record<Field, Map<string, string>> = { relation: new Map(), standing: new Map(), source: new Map() };
    for (const standing of STANDINGS) values.standing.set(standing, standing);
    this.graph.forEachEdge((_, edge) => {
      values.relation.set(edge.relation, edge.label);
      for (const source of edge.sources) values.source.set(source, source);
    });
    for (const [name, select] of this.selects) {
      const first = name === "standing" ? [new Option("facts", FACTS)] : [];
      const chosen = select.options.length ? select.value : this.usual(name);
      const offered = [...values[name]].sort(([, one], [, other]) => one.localeCompare(other, "en"));
      const all = new Option("all", "");
      select.replaceChildren(...first, all, ...offered.map(([value, label]) => new Option(label, value)));
      select.value = values[name].has(chosen) || chosen === "" ? chosen : this.usual(name);
    }
  }

  /** Whether claims are shown that make no fact. */
  beyondFacts(): boolean {
    const { standing } = this.choice();
    return standing !== FACTS && !OF_FACTS.includes(standing);
  }

  private usual(field: Field): string {
    return field === "standing" && !this.everything ? FACTS : "";
  }

  /** Whether a relation is shown, as a test that is made once for all of them. */
  test(): (edge: EdgeSaid) => boolean {
    const choice = this.choice();
    const kinds = choice.standing === FACTS ? OF_FACTS : [choice.standing];
    return (edge) =>
      (!choice.relation || edge.relation === choice.relation) &&
      (!choice.standing || kinds.includes(edge.standing)) &&
      (!choice.source || edge.sources.includes(choice.source)) &&
      isWithin(edge, choice.from, choice.to);
  }

  private choice(): Choice {
    const chosen = (name: Field): string => this.selects.get(name)?.value ?? "";
    return {
      relation: chosen("relation"),
      standing: chosen("standing"),
      source: chosen("source"),
      from: this.from.value,
      to: this.to.value,
    };
  }
}

/** Whether it is dated within the time, as far as both say something: 2020 is not before 2020-03, nor after it. */
function isWithin(edge: EdgeSaid, from: string, to: string): boolean {
  const late = !from || (edge.last !== "" && edge.last >= from.slice(0, edge.last.length));
  const early = !to || (edge.first !== "" && edge.first.slice(0, to.length) <= to);
  return late && early;
}
