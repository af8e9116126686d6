/** What of a graph is to be painted: its shown relations and the entities that they join. */

import type { Drawn, EdgeSaid, NodeDrawn } from "./neighbourhood";

/** A relation with its two ends. */
export interface Line {
  readonly from: NodeDrawn;
  readonly to: NodeDrawn;
  readonly said: EdgeSaid;
}

/** Entities by falling number of relations, and relations by standing. */
export interface Scene {
  readonly nodes: readonly NodeDrawn[];
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  readonly size: number;
}

/** The scene of a graph; of a graph without relations, its entities. */
export function sceneOf(graph: Drawn, shown: (edge: EdgeSaid) => boolean): Scene {
  const lines = new Map<string, Line[]>();
  const nodes = new Set<NodeDrawn>();
  let size = 0;
  graph.forEachEdge((_, said, __, ___, from, to) => {
    if (!shown(said)) return;
    const alike = lines.get(said.standing) ?? [];
    lines.set(said.standing, alike);
    alike.push({ from, to, said });
    nodes.add(from).add(to);
    size += 1;
  });
  if (!graph.size) graph.forEachNode((_, node) => nodes.add(node));
  return { nodes: [...nodes].sort((one, other) => other.size - one.size), lines, size };
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
