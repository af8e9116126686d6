/** The drawn graph as a list: for keyboards, screen readers, and whoever prefers to read. */

import { element } from "./dom";
import type { Drawn, EdgeSaid } from "./neighbourhood";

const SHOWN = 200; // entities listed at once; more is not read, and slow to lay out

/** A list of entities, most connected first, each with its relations, a link and a button that expands it. */
export class Listing {
  readonly box = element("details", { class: "graph-list" });
  private readonly summary = element("summary", {}, "As a list");
  private readonly items = element("ul");
  private readonly rest = element("p");
  private stale = true;

  constructor(
    private readonly graph: Drawn,
    private readonly shown: (edge: EdgeSaid) => boolean,
    expand: (key: string) => void,
  ) {
    this.box.append(this.summary, this.items, this.rest);
    this.box.addEventListener("toggle", () => this.fill());
    this.items.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>("button[data-expand]");
      if (button?.dataset["expand"]) expand(button.dataset["expand"]);
    });
  }

  /** Says that the graph or the filter is another now. */
  changed(): void {
    this.stale = true;
    this.fill();
  }

  private fill(): void {
    if (!this.box.open || !this.stale) return;
    this.stale = false;
    const focused = (document.activeElement as HTMLElement | null)?.dataset["expand"];
    const listed = this.relations();
    const first = [...listed.keys()].slice(0, SHOWN);
    this.items.replaceChildren(...first.map((key) => this.item(key, listed.get(key) ?? [])));
    this.rest.textContent = listed.size > SHOWN ? `${listed.size - SHOWN} more are drawn; filter to list them.` : "";
    if (focused) this.items.querySelector<HTMLElement>(`[data-expand="${CSS.escape(focused)}"]`)?.focus();
  }

  /** The relations of each entity that has one shown, as words. */
  private relations(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const add = (key: string, words: string): void => void (found.get(key) ?? found.set(key, []).get(key))?.push(words);
    this.graph.forEachEdge((_, edge, source, target, from, to) => {
      if (!this.shown(edge)) return;
      add(source, `${edge.label} ${to.label} (${edge.standing})`);
      add(target, `${from.label} ${edge.label} (${edge.standing})`);
    });
    const label = (key: string): string => this.graph.getNodeAttribute(key, "label");
    return new Map(
      [...found].sort((one, other) => other[1].length - one[1].length || label(one[0]).localeCompare(label(other[0]), "en")),
    );
  }

  private item(key: string, relations: readonly string[]): HTMLLIElement {
    const { label, href, expanded } = this.graph.getNodeAttributes(key);
    const link = element("a", { href }, label);
    const button = element("button", { type: "button", "data-expand": key, "aria-label": `Expand ${label}` }, "expand");
    button.disabled = expanded;
    const words = relations.slice(0, 5).join("; ") + (relations.length > 5 ? "; …" : "");
    return element("li", {}, link, " ", button, " ", element("small", {}, words));
  }
}
