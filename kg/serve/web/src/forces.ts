/** The page's side of arranging a graph: what a worker is told and what it answers. */

import { beside } from "./dom";
import type { Drawn } from "./neighbourhood";

export const NODE_VALUES = 10; // ForceAtlas2 keeps so many numbers of a node: place, forces, mass, size, whether it is fixed
const EDGE_VALUES = 3;

/** Matrices as ForceAtlas2 wants them, and how often it goes over them. */
export interface Task {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
  readonly rounds: number;
}

/** Places of all nodes, x and y in turn. */
export interface Arranged {
  readonly positions: Float32Array;
  readonly done: boolean;
}

/** Arranges a graph beside the page's own thread; a new arrangement ends the one before. */
export class Forces {
  private worker: Worker | null = null;

  constructor(
    private readonly graph: Drawn,
    private readonly moved: () => void,
    private readonly finished: () => void,
  ) {}

  start(): void {
    this.stop();
    const order = this.graph.nodes();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const worker = new Worker(beside("graph", "layout.js"));
    worker.onmessage = ({ data }: MessageEvent<Arranged>) => {
      if (!calm || data.done) this.place(data.positions);
      if (!data.done) return;
      this.stop();
      this.finished();
    };
    this.worker = worker;
    const task = describe(this.graph, order);
    worker.postMessage(task, [task.nodes.buffer, task.edges.buffer]);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  /** Nodes keep their order in the graph; one that came since the worker was told has no place from it yet. */
  private place(positions: Float32Array): void {
    let index = 0;
    this.graph.forEachNode((_, node) => {
      const [x, y] = [positions[2 * index], positions[2 * index + 1]];
      index += 1;
      if (x !== undefined && y !== undefined) [node.x, node.y] = [x, y];
    });
    this.moved();
  }
}

function describe(graph: Drawn, order: readonly string[]): { nodes: Float32Array<ArrayBuffer>; edges: Float32Array<ArrayBuffer>; rounds: number } {
  const nodes = new Float32Array(order.length * NODE_VALUES);
  const offsets = new Map<string, number>();
  for (const [index, key] of order.entries()) {
    const at = index * NODE_VALUES;
    const { x, y, size } = graph.getNodeAttributes(key);
    nodes.set([x, y, 0, 0, 0, 0, 1 + graph.degree(key), 1, size, 0], at);
    offsets.set(key, at);
  }
  const edges = new Float32Array(graph.size * EDGE_VALUES);
  let at = 0;
  graph.forEachEdge((_, __, source, target) => {
    edges.set([offsets.get(source) ?? 0, offsets.get(target) ?? 0, 1], at);
    at += EDGE_VALUES;
  });
  return { nodes, edges, rounds: order.length > 1000 ? 250 : 400 };
}
