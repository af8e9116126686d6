/** From one entity of a drawn graph to the next, by keys. */

import type { NodeDrawn } from "./neighbourhood";

/** Where somebody wants to go: a direction, or along the list of entities. */
export type Step = "left" | "right" | "up" | "down" | "next" | "previous" | "first" | "last";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const ASIDE = 2; // how much farther what lies aside counts

/** What each key does. */
export const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  PageDown: "next",
  PageUp: "previous",
  Home: "first",
  End: "last",
};

/**
 * The entity that one step leads to; the same one where nothing lies there.
 *
 * A direction leads to the nearest that lies more in it than aside; the order of the list leads to every one.
 */
export function stepFrom(nodes: readonly NodeDrawn[], from: NodeDrawn | null, step: Step): NodeDrawn | null {
  const place = from ? nodes.indexOf(from) : -1;
  if (!from || place < 0 || step === "first") return nodes[0] ?? null;
  if (step === "last") return nodes.at(-1) ?? null;
  if (step === "next" || step === "previous") return nodes.at((place + (step === "next" ? 1 : -1)) % nodes.length) ?? null;
  const [across, down] = DIRECTIONS[step] ?? [0, 0];
  let nearest = from;
  let least = Infinity;
  for (const node of nodes) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const [along, aside] = [x * across + y * down, Math.abs(x * down) + Math.abs(y * across)];
    const far = along + ASIDE * aside;
    if (along > 0 && along >= aside && far < least) [nearest, least] = [node, far];
  }
  return nearest;
}
