/** The drawn graph: a canvas that follows hands and the graph. */

import { Camera } from "./camera";
import { element } from "./dom";
import type { Drawn, EdgeSaid, NodeDrawn } from "./neighbourhood";
import { paint, radius } from "./painting";
import { Palette } from "./palette";
import { around, sceneOf, type Scene } from "./scene";
import { STEPS, stepFrom } from "./walking";

const REST = 160; // ms after which a view that moved is painted in full
const STEP = 1.5; // one zoom
const MARGIN = 30; // pixels around the entity that keys have led to
const ZOOMS: Readonly<Record<string, "in" | "out" | "whole">> = { "+": "in", "=": "in", "-": "out", "0": "whole" };
const STILL = 4; // pixels; less is a click and no drag

/** What the drawing asks of the page. */
export interface Callbacks {
  shown(edge: EdgeSaid): boolean;
  chosen(node: NodeDrawn): void;
  pointed(node: NodeDrawn | null): void;
}

/** Draws a graph into an element and follows what happens to it. */
export class Drawing {
  private readonly canvas = element("canvas");
  private readonly context = this.canvas.getContext("2d");
  private readonly camera = new Camera();
  private readonly palette: Palette;
  private readonly held = new Map<number, { x: number; y: number }>();
  private scene: Scene;
  private pointed: NodeDrawn | null = null;
  private reached: NodeDrawn | null = null;
  private near: ReadonlySet<NodeDrawn> = new Set();
  private fitted = true;
  private travelled = 0;
  private frame = 0;
  private resting = 0;
  private moving = false;

  constructor(
    private readonly graph: Drawn,
    private readonly place: HTMLElement,
    private readonly callbacks: Callbacks,
  ) {
    this.palette = new Palette(place);
    this.scene = sceneOf(graph, callbacks.shown);
    place.prepend(this.canvas);
    this.canvas.addEventListener("pointerdown", (event) => this.press(event));
    this.canvas.addEventListener("pointermove", (event) => this.slide(event));
    for (const end of ["pointerup", "pointercancel"] as const) this.canvas.addEventListener(end, (event) => this.lift(event));
    this.canvas.addEventListener("pointerleave", () => this.point(null));
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    place.addEventListener("keydown", (event) => this.key(event));
    place.addEventListener("focus", () => place.matches(":focus-visible") && this.reach(this.reached ?? this.scene.nodes[0] ?? null));
    place.addEventListener("blur", () => this.point(null));
    new ResizeObserver(() => this.resized()).observe(place);
  }

  /** Takes up that the filter or the graph changed. */
  refresh(): void {
    this.scene = sceneOf(this.graph, this.callbacks.shown);
    if (this.reached && !this.scene.nodes.includes(this.reached)) this.reached = null;
    this.near = this.pointed ? around(this.scene, this.pointed) : new Set();
    this.moved();
  }

  /** Paints places that changed; the whole stays in view unless somebody chose a part. */
  moved(): void {
    if (this.fitted) this.camera.fit(this.scene.nodes, this.canvas.clientWidth, this.canvas.clientHeight);
    this.stir();
  }

  /** Paints in the colours of another theme. */
  recolour(): void {
    this.palette.forget();
    this.request();
  }

  zoom(by: "in" | "out" | "whole"): void {
    this.fitted = by === "whole";
    const middle = { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 };
    if (!this.fitted) this.camera.zoom(by === "in" ? STEP : 1 / STEP, middle);
    this.moved();
  }

  /** Where an entity stands in the drawing, in pixels from its corner. */
  at(node: NodeDrawn): { x: number; y: number } {
    return { x: this.camera.across(node.x), y: this.camera.down(node.y) };
  }

  private resized(): void {
    const ratio = Math.min(devicePixelRatio, 2);
    this.canvas.width = this.canvas.clientWidth * ratio;
    this.canvas.height = this.canvas.clientHeight * ratio;
    this.context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.moved();
  }

  /** Paints roughly while something moves, and in full once it rests. */
  private stir(): void {
    this.moving = true;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.moving = false;
      this.request();
    }, REST);
    this.request();
  }

  private request(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.context) return;
      const { scene, camera, palette, moving, pointed, near } = this;
      const reached = document.activeElement === this.place ? this.reached : null;
      const { clientWidth: width, clientHeight: height } = this.canvas;
      paint(this.context, { scene, camera, palette, moving, pointed, near, reached, width, height });
    });
  }

  private press(event: PointerEvent): void {
    this.held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    this.travelled = 0;
    this.canvas.setPointerCapture(event.pointerId);
  }

  private slide(event: PointerEvent): void {
    const before = this.held.get(event.pointerId);
    if (!before) return this.point(this.under(event));
    const now = { x: event.offsetX, y: event.offsetY };
    const other = [...this.held].find(([id]) => id !== event.pointerId)?.[1];
    this.held.set(event.pointerId, now);
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.travelled < STILL) return;
    if (other) {
      const spread = (one: { x: number; y: number }): number => Math.hypot(one.x - other.x, one.y - other.y) || 1;
      this.camera.zoom(spread(now) / spread(before), other);
    } else {
      this.camera.move(now.x - before.x, now.y - before.y);
    }
    this.fitted = false;
    this.stir();
  }

  private lift(event: PointerEvent): void {
    const tapped = this.held.delete(event.pointerId) && this.travelled < STILL && event.type === "pointerup";
    const node = tapped ? this.under(event) : null;
    if (node) this.callbacks.chosen(node);
  }

  /** The wheel scrolls the page unless a key is held, as a pinch on a touch pad does, or nothing else is on the screen. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey && !document.fullscreenElement) return;
    event.preventDefault();
    this.fitted = false;
    this.camera.zoom(Math.exp(-event.deltaY / 300), { x: event.offsetX, y: event.offsetY });
    this.stir();
  }

  /** Keys lead from entity to entity, open what they have led to, and zoom. */
  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== this.place) return;
    const step = STEPS[event.key];
    const zoom = ZOOMS[event.key];
    if (step) this.reach(stepFrom(this.scene.nodes, this.reached, step));
    else if (zoom) this.zoom(zoom);
    else if ((event.key === "Enter" || event.key === " ") && this.reached) this.callbacks.chosen(this.reached);
    else if (event.key === "Escape") this.place.blur();
    else return;
    event.preventDefault();
  }

  /** Leads to an entity and brings it into view. */
  private reach(node: NodeDrawn | null): void {
    this.reached = node;
    this.point(node);
    if (node) {
      const { x, y } = this.at(node);
      const { clientWidth: width, clientHeight: height } = this.canvas;
      const [across, down] = [inside(x, width) - x, inside(y, height) - y];
      if (across || down) {
        this.camera.move(across, down);
        this.fitted = false;
      }
    }
    this.stir();
  }

  private under(event: PointerEvent): NodeDrawn | null {
    let nearest: NodeDrawn | null = null;
    let least = Infinity;
    for (const node of this.scene.nodes) {
      const { x, y } = this.at(node);
      const distance = Math.hypot(x - event.offsetX, y - event.offsetY) - radius(node, this.camera);
      if (distance < Math.min(least, 4)) [nearest, least] = [node, distance];
    }
    return nearest;
  }

  private point(node: NodeDrawn | null): void {
    if (node === this.pointed) return;
    this.pointed = node;
    this.near = node ? around(this.scene, node) : new Set();
    this.canvas.classList.toggle("graph-pointed", node !== null);
    this.callbacks.pointed(node);
    this.request();
  }
}

/** The nearest place that is no nearer to either end than the margin. */
function inside(at: number, length: number): number {
  return Math.max(MARGIN, Math.min(at, length - MARGIN));
}
