/** The drawn neighbourhood of an entity: grows by clicks, is filtered, and can be read as a list. */

import { Drawing } from "./drawing";
import { element, fetchJson, linkStyles, whenParsed } from "./dom";
import { Filters } from "./filters";
import { Forces } from "./forces";
import { Listing } from "./listing";
import { emptyGraph, grow, type EdgeSaid, type Neighbourhood, type NodeDrawn } from "./neighbourhood";
import { sceneOf } from "./scene";
import { THEME_CHANGED } from "./theme";

const ZOOMS = { in: "Zoom in", out: "Zoom out", whole: "Whole graph" } as const;

class GraphView {
  private readonly graph = emptyGraph();
  private readonly status = element("p", { role: "status", class: "graph-status" });
  private readonly canvas = element("div", { class: "graph-canvas", role: "application", tabindex: "0" });
  private readonly filters: Filters;
  private readonly listing = new Listing(this.graph, (edge) => this.shown(edge), (key) => void this.expand(key));
  private readonly forces = new Forces(
    this.graph,
    () => this.drawing?.moved(),
    () => this.box.setAttribute("data-graph-state", "arranged"),
  );
  private test: (edge: EdgeSaid) => boolean = () => true;
  private drawing: Drawing | null = null;
  private everything: boolean; // whether claims were asked for that make no fact

  constructor(
    private readonly box: HTMLElement,
    private readonly address: URL,
  ) {
    this.everything = address.searchParams.get("scope") === "all";
    this.filters = new Filters(this.graph, this.everything, () => void this.choose());
  }

  async start(): Promise<void> {
    const found = await read(this.address.pathname + this.address.search);
    grow(this.graph, found);
    this.filters.offer();
    this.test = this.filters.test();
    this.box.replaceChildren(this.filters.form, this.canvas, this.zooms(), this.status, this.listing.box);
    this.drawing = this.draw();
    this.told(found.more);
    this.arrange();
    document.addEventListener(THEME_CHANGED, () => this.drawing?.recolour());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.drawing?.recolour());
  }

  private draw(): Drawing {
    return new Drawing(this.graph, this.canvas, {
      shown: (edge) => this.shown(edge),
      chosen: (node) => void this.expand(node.key),
      pointed: (node) => this.point(node),
    });
  }

  private async expand(key: string): Promise<void> {
    const { label, expanded } = this.graph.getNodeAttributes(key);
    if (expanded) return;
    this.status.textContent = `Looking for what ${label} is linked to …`;
    try {
      const found = await read(this.addressOf(key));
      const added = grow(this.graph, found);
      this.filters.offer();
      this.refilter();
      this.told(found.more, `${label}: ${added} more. `);
      if (added) this.arrange();
    } catch {
      this.status.textContent = `What ${label} is linked to cannot be had now; try again.`;
    }
  }

  /** Where the neighbours of another entity are had: as those of the first one; its key is one step of the address. */
  private addressOf(key: string): string {
    const asked = new URLSearchParams(this.address.search);
    if (this.everything) asked.set("scope", "all");
    const search = asked.toString();
    return `/neighbours/${encodeURIComponent(key)}.json${search && `?${search}`}`;
  }

  /** Takes up what was chosen; claims that make no fact come with the first choice that wants them. */
  private async choose(): Promise<void> {
    this.refilter();
    if (this.everything || !this.filters.beyondFacts()) return;
    this.everything = true;
    this.status.textContent = "Looking for claims of all kinds …";
    try {
      const keys = this.graph.filterNodes((_, node) => node.expanded);
      const found = await Promise.all(keys.map((key) => read(this.addressOf(key))));
      const added = found.map((each) => grow(this.graph, each)).reduce((sum, count) => sum + count, 0);
      this.filters.offer();
      this.refilter();
      this.told(Math.max(...found.map((each) => each.more)));
      if (added) this.arrange();
    } catch {
      this.everything = false;
      this.status.textContent = "Claims of all kinds cannot be had now; choose again.";
    }
  }

  private arrange(): void {
    this.box.setAttribute("data-graph-state", "moving");
    this.forces.start();
  }

  private shown(edge: EdgeSaid): boolean {
    return this.test(edge);
  }

  private refilter(): void {
    this.test = this.filters.test();
    this.drawing?.refresh();
    this.listing.changed();
    this.told(0);
  }

  private told(more: number, before = ""): void {
    const { nodes, size: relations } = sceneOf(this.graph, (edge) => this.shown(edge));
    const entities = nodes.length;
    const words = `${entities} ${entities === 1 ? "entity" : "entities"}, ${relations} ${relations === 1 ? "relation" : "relations"}.`;
    const rest = more ? ` ${more} more entities are not drawn.` : "";
    this.status.textContent = `${before}${words}${rest} Click on one to expand it, or walk by the arrow keys.`;
    const keys = "Arrow keys, Page Up and Page Down lead from one to the next, Enter expands, plus and minus zoom.";
    this.canvas.setAttribute("aria-label", `A drawn graph: ${words} ${keys} The list below it has the same.`);
    this.box.dataset["graphNodes"] = String(this.graph.order);
    this.listing.changed();
  }

  private point(node: NodeDrawn | null): void {
    if (node === null) return this.told(0);
    const said = this.graph
      .filterEdges(node.key, (_, edge) => this.shown(edge))
      .slice(0, 4)
      .map((id) => {
        const { source, target, label: relation, standing } = this.graph.getEdgeAttributes(id);
        const name = (end: string): string => this.graph.getNodeAttribute(end, "label");
        return `${name(source)} ${relation} ${name(target)} (${standing})`;
      });
    const count = this.graph.filterEdges(node.key, (_, edge) => this.shown(edge)).length;
    const rest = count > said.length ? `; ${count - said.length} more` : "";
    const words = `${node.kind}${node.expanded ? "" : ", not expanded"}: ${said.join("; ")}${rest}`;
    this.status.replaceChildren(element("a", { href: node.href }, node.label), `, ${words}`);
  }

  private zooms(): HTMLElement {
    const bar = element("p", { class: "graph-zooms" });
    for (const [by, words] of Object.entries(ZOOMS) as [keyof typeof ZOOMS, string][]) {
      const button = element("button", { type: "button" }, words);
      button.addEventListener("click", () => this.drawing?.zoom(by));
      bar.append(button, " ");
    }
    if (document.fullscreenEnabled) {
      const large = element("button", { type: "button" }, "Full screen");
      large.addEventListener("click", () => {
        void (document.fullscreenElement ? document.exitFullscreen() : this.box.requestFullscreen());
      });
      bar.append(large);
    }
    return bar;
  }

  /** Where an entity stands on the page, for whoever points at it with a program. */
  at(key: string): { x: number; y: number } | null {
    if (!this.drawing || !this.graph.hasNode(key)) return null;
    const { x, y } = this.drawing.at(this.graph.getNodeAttributes(key));
    const corner = this.canvas.getBoundingClientRect();
    return { x: x + corner.x, y: y + corner.y };
  }
}

async function read(address: string): Promise<Neighbourhood> {
  return (await fetchJson(address)) as Neighbourhood;
}

whenParsed(() => {
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-graph]")];
  if (boxes.length) linkStyles("graph");
  for (const box of boxes) {
    const view = new GraphView(box, new URL(box.dataset["graph"] ?? "", location.href));
    const start = (): void => {
      view.start().catch(() => box.append(element("p", { role: "status" }, "The graph cannot be drawn now.")));
    };
    box.addEventListener("kg-graph-at", (event) => {
      const asked = (event as CustomEvent<{ key: string; at?: { x: number; y: number } | null }>).detail;
      asked.at = view.at(asked.key);
    });
    start();
  }
});
