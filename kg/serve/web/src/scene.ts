/** What of a graph is to be painted: its shown relations and the entities that they join. */

import type { Drawn, EdgeSaid, NodeDrawn } from "./neighbourhood";

/** A relation with its two ends; of several between the same two (`alike`), each bends to another side. */
export interface Line {
  readonly from: NodeDrawn;
  readonly to: NodeDrawn;
  readonly said: EdgeSaid;
  readonly bend: number;
  readonly alike: number;
}

/** Entities by falling number of relations, and relations by standing. */
export interface Scene {
  readonly nodes: readonly NodeDrawn[];
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  readonly size: number;
}

/** The scene of a graph; of a graph without relations, its entities. */
export function sceneOf(graph: Drawn, shown: (edge: EdgeSaid) => boolean): Scene {
  const between = new Map<string, Ends[]>();
  graph.forEachEdge((_, said, one, other, from, to) => {
    if (shown(said)) push(between, one < other ? `${one} ${other}` : `${other} ${one}`, { from, to, said });
  });
  const lines = new Map<string, Line[]>();
  const nodes = new Set<NodeDrawn>();
  let size = 0;
  for (const ends of between.values()) {
    for (const [place, { from, to, said }] of ends.entries()) {
      const side = from.key < to.key ? 1 : -1; // seen from the same end, whichever way a relation goes
      push(lines, said.standing, { from, to, said, bend: side * (place - (ends.length - 1) / 2), alike: ends.length });
      nodes.add(from).add(to);
      size += 1;
    }
  }
  if (!graph.size) graph.forEachNode((_, node) => nodes.add(node));
  return { nodes: [...nodes].sort((one, other) => other.size - one.size), lines, size };
}

type Ends = Pick<Line, "from" | "to" | "said">;

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What is near an entity: itself and whatever it has a relation with. */
export function around(scene: Scene, node: NodeDrawn): ReadonlySet<NodeDrawn> {
  const near = new Set([node]);
  for (const alike of scene.lines.values()) {
    for (const { from, to } of alike) {
      if (from === node) near.add(to);
      if (to === node) near.add(from);
    }
  }
  return near;
}
