/** The drawn graph: sigma, what is emphasized, and what a click does. */

import Sigma from "sigma";
import type { Drawn, EdgeSaid, NodeDrawn } from "./neighbourhood";
import { Palette } from "./palette";

const MANY = 1500; // relations; above it they are left out while the view moves

/** What the drawing asks of the page. */
export interface Callbacks {
  shown(edge: EdgeSaid): boolean;
  chosen(key: string): void;
  pointed(key: string | null): void;
}

/** Draws a graph into an element and follows what happens to it. */
export class Drawing {
  private readonly sigma: Sigma<NodeDrawn, EdgeSaid>;
  private readonly palette: Palette;
  private pointed: string | null = null;
  private near = new Set<string>();
  private joined = new Set<string>();

  constructor(
    private readonly graph: Drawn,
    place: HTMLElement,
    private readonly callbacks: Callbacks,
  ) {
    this.palette = new Palette(place.parentElement ?? place);
    this.filtered();
    this.sigma = new Sigma(graph, place, {
      allowInvalidContainer: true,
      defaultEdgeType: "arrow",
      hideEdgesOnMove: graph.size > MANY,
      labelDensity: 0.6,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5,
      labelFont: "system-ui, sans-serif",
      labelColor: { color: this.palette.colour("text") },
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      nodeReducer: (key, node) => this.node(key, node),
      edgeReducer: (_, edge) => this.edge(edge),
    });
    this.sigma.on("clickNode", ({ node }) => callbacks.chosen(node));
    this.sigma.on("enterNode", ({ node }) => this.point(node));
    this.sigma.on("leaveNode", () => this.point(null));
    for (const name of ["webglcontextlost", "webglcontextrestored"]) {
      for (const canvas of place.querySelectorAll("canvas")) canvas.addEventListener(name, (event) => event.preventDefault());
    }
  }

  /** Draws anew after the filter or the graph changed. */
  refresh(): void {
    this.filtered();
    this.sigma.setSetting("hideEdgesOnMove", this.graph.size > MANY);
    this.sigma.refresh();
  }

  /** Draws in the colours of another theme. */
  recolour(): void {
    this.palette.forget();
    this.sigma.setSetting("labelColor", { color: this.palette.colour("text") });
    this.sigma.refresh();
  }

  zoom(by: "in" | "out" | "whole"): void {
    const camera = this.sigma.getCamera();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration: 0 } : {};
    void (by === "in" ? camera.animatedZoom(calm) : by === "out" ? camera.animatedUnzoom(calm) : camera.animatedReset(calm));
  }

  /** Where an entity stands in the drawing, in pixels from its corner. */
  place(key: string): { x: number; y: number } {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(key));
  }

  /** Which entities have a relation that is shown. */
  private filtered(): void {
    this.joined = new Set();
    this.graph.forEachEdge((_, edge) => {
      if (this.callbacks.shown(edge)) this.joined.add(edge.source).add(edge.target);
    });
  }

  private point(key: string | null): void {
    this.pointed = key;
    this.near = new Set(key === null ? [] : [key, ...this.graph.neighbors(key)]);
    this.callbacks.pointed(key);
    this.sigma.refresh({ skipIndexation: true });
  }

  private node(key: string, node: NodeDrawn): Record<string, unknown> {
    const faded = this.pointed !== null && !this.near.has(key);
    return {
      x: node.x,
      y: node.y,
      size: node.size,
      label: faded ? "" : node.label,
      color: this.palette.colour(faded ? "faded" : node.kind),
      hidden: !this.joined.has(key) && this.graph.size > 0,
      zIndex: faded ? 0 : 1,
      forceLabel: key === this.pointed,
    };
  }

  private edge(edge: EdgeSaid): Record<string, unknown> {
    const aside = this.pointed !== null && edge.source !== this.pointed && edge.target !== this.pointed;
    return {
      size: edge.standing === "fact" ? 2 : 1,
      color: this.palette.colour(aside ? "faded" : `standing-${edge.standing}`),
      hidden: !this.callbacks.shown(edge),
      zIndex: aside ? 0 : 1,
    };
  }
}
