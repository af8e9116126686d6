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
  private readonly canvas = element("div", { class: "graph-canvas", role: "img" });
  private readonly filters: Filters;
  private readonly listing = new Listing(this.graph, (edge) => this.shown(edge), (key) => void this.expand(key));
  private readonly forces = new Forces(
    this.graph,
    () => this.drawing?.moved(),
    () => this.box.setAttribute("data-graph-state", "arranged"),
  );
  private test: (edge: EdgeSaid) => boolean = () => true;
  private drawing: Drawing | null = null;

  constructor(
    private readonly box: HTMLElement,
    private readonly address: string,
    everything: boolean,
  ) {
    this.filters = new Filters(this.graph, everything, () => this.refilter());
  }

  async start(): Promise<void> {
    const found = await read(this.address);
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
    return `/neighbours/${encodeURIComponent(key)}.json${new URL(this.address, location.href).search}`;
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
    this.status.textContent = `${before}${words}${rest} Click on one to expand it.`;
    this.canvas.setAttribute("aria-label", `A drawn graph: ${words} The list below it has the same.`);
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
    this.status.textContent = `${node.label}: ${said.join("; ")}`;
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

/** The same address asking for all kinds of claims, of which facts alone are drawn until somebody chooses otherwise. */
function withClaims(url: URL): string {
  const all = new URL(url);
  all.searchParams.set("scope", "all");
  return all.pathname + all.search;
}

async function read(address: string): Promise<Neighbourhood> {
  return (await fetchJson(address)) as Neighbourhood;
}

whenParsed(() => {
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-graph]")];
  if (boxes.length) linkStyles("graph");
  for (const box of boxes) {
    const url = new URL(box.dataset["graph"] ?? "", location.href);
    const view = new GraphView(box, withClaims(url), url.searchParams.get("scope") === "all");
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
