/** What the server says of a neighbourhood, and the graph that grows from it. */

import { MultiDirectedGraph } from "graphology";

/** An entity: how its IRI ends, and its page here. */
export interface NodeSaid {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly href: string;
}

/** What is said between two: a fact, or claims of one standing that make none; dates are "" where none is known. */
export interface EdgeSaid {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly label: string;
  readonly symmetric: boolean;
  readonly standing: string;
  readonly claims: number;
  readonly sources: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly href: string;
}

/** An entity, `centre`, with its neighbours; `more` counts those that were left out. */
export interface Neighbourhood {
  readonly centre: string;
  readonly nodes: readonly NodeSaid[];
  readonly edges: readonly EdgeSaid[];
  readonly more: number;
}

/** An entity as it is drawn. The object stays the same while its values change. */
export interface NodeDrawn {
  readonly key: string;
  x: number;
  y: number;
  size: number;
  readonly label: string;
  readonly kind: string;
  readonly href: string;
  expanded: boolean;
}

export type Drawn = MultiDirectedGraph<NodeDrawn, EdgeSaid>;

export function emptyGraph(): Drawn {
  return new MultiDirectedGraph<NodeDrawn, EdgeSaid>();
}

/**
 * Adds what is new; gives how many entities that were.
 *
 * A new entity starts on a ring around the one that it was found by, at an angle that its key alone decides, so that the
 * same graph is drawn the same each time.
 */
export function grow(graph: Drawn, found: Neighbourhood): number {
  const before = graph.order;
  const centre = graph.hasNode(found.centre) ? graph.getNodeAttributes(found.centre) : { x: 0, y: 0 };
  for (const { key, label, kind, href } of found.nodes) {
    if (graph.hasNode(key)) continue;
    const angle = 2 * Math.PI * portion(key);
    const radius = key === found.centre ? 0 : 1 + portion(`${key} radius`) * Math.sqrt(found.nodes.length);
    const [x, y] = [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)];
    graph.addNode(key, { key, x, y, size: 4, label, kind, href, expanded: false });
  }
  for (const edge of found.edges) {
    const id = [edge.source, edge.relation, edge.standing, edge.target].join(" ");
    if (graph.hasNode(edge.source) && graph.hasNode(edge.target) && !graph.hasEdge(id)) {
      graph.addEdgeWithKey(id, edge.source, edge.target, edge);
    }
  }
  graph.forEachNode((key, node) => {
    node.size = 4 + 2 * Math.log2(1 + graph.degree(key));
    node.expanded ||= key === found.centre;
  });
  return graph.order - before;
}

/** A number from 0 up to 1 that only the text decides (FNV-1a). */
export function portion(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) / 2 ** 32;
}
