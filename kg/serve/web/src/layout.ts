/** A worker that arranges a graph by its forces; the same graph from the same start comes out the same. */

import iterate from "graphology-layout-forceatlas2/iterate.js";
import { NODE_VALUES, type Arranged, type Task } from "./forces";

const SETTINGS = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 4,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 2,
  barnesHutTheta: 0.6,
};
const BETWEEN = 80; // ms between two states that are shown

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Task>) => void;
  postMessage(message: Arranged, transfer: Transferable[]): void;
};

scope.onmessage = ({ data: { nodes, edges, rounds } }) => {
  const settings = { ...SETTINGS, barnesHutOptimize: nodes.length / NODE_VALUES > 400 };
  let shown = performance.now();
  for (let round = 1; round <= rounds; round += 1) {
    iterate(settings, nodes, edges);
    const done = round === rounds;
    if (!done && performance.now() - shown < BETWEEN) continue;
    shown = performance.now();
    const positions = placesOf(nodes);
    scope.postMessage({ positions, done }, [positions.buffer]);
  }
};

function placesOf(nodes: Float32Array): Float32Array<ArrayBuffer> {
  const positions = new Float32Array((nodes.length / NODE_VALUES) * 2);
  for (let node = 0; node * NODE_VALUES < nodes.length; node += 1) {
    positions[2 * node] = nodes[node * NODE_VALUES] ?? 0;
    positions[2 * node + 1] = nodes[node * NODE_VALUES + 1] ?? 0;
  }
  return positions;
}
