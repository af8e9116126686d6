/** Paints a scene on a canvas. Much is put into few strokes, as a machine without a graphics card needs. */

import type { Camera } from "./camera";
import type { NodeDrawn } from "./neighbourhood";
import type { Palette } from "./palette";
import type { Line, Scene } from "./scene";

const MANY = 1500; // relations that are still painted while the view moves
const ARROW = 7; // pixels
const APART = 12; // pixels between two relations of the same two
const SPREAD = 0.6; // of the length of a line, at most, for all relations of the same two
const RING = 4; // pixels around the entity that keys have led to
const LABELS = { still: 80, moving: 25 };
const DASHES: Readonly<Record<string, number[]>> = { denied: [2, 3], possible: [6, 4], alleged: [6, 4] };

/** How a scene is seen now. */
export interface Sight {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly moving: boolean;
  readonly pointed: NodeDrawn | null;
  readonly near: ReadonlySet<NodeDrawn>;
  readonly reached: NodeDrawn | null;
}

/** Radius of an entity in pixels. */
export function radius(node: NodeDrawn, camera: Camera): number {
  return node.size * Math.min(1.6, Math.max(0.35, Math.sqrt(camera.scale / 12)));
}

export function paint(context: CanvasRenderingContext2D, sight: Sight): void {
  context.clearRect(0, 0, sight.width, sight.height);
  if (!sight.moving || sight.scene.size <= MANY) {
    for (const [standing, lines] of sight.scene.lines) paintLines(context, sight, standing, lines);
  }
  const groups = new Map<string, NodeDrawn[]>();
  for (const node of sight.scene.nodes) {
    if (!isSeen(sight, node)) continue;
    const name = sight.pointed && !sight.near.has(node) ? "faded" : node.kind;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(node);
  }
  for (const [name, nodes] of groups) paintNodes(context, sight, name, nodes);
  if (sight.reached) paintRing(context, sight, sight.reached);
  paintNames(context, sight);
}

function paintLines(context: CanvasRenderingContext2D, sight: Sight, standing: string, lines: readonly Line[]): void {
  const { pointed } = sight;
  const joined = (line: Line): boolean => line.from === pointed || line.to === pointed;
  if (pointed) stroke(context, sight, "faded", standing, lines.filter((line) => !joined(line)));
  stroke(context, sight, `standing-${standing}`, standing, pointed ? lines.filter(joined) : lines);
}

function stroke(context: CanvasRenderingContext2D, sight: Sight, colour: string, standing: string, lines: readonly Line[]): void {
  const { camera } = sight;
  context.beginPath();
  const arrows = new Path2D();
  for (const { from, to, said, bend, alike } of lines) {
    const [x, y, u, v] = [camera.across(from.x), camera.down(from.y), camera.across(to.x), camera.down(to.y)];
    if (Math.max(x, u) < 0 || Math.min(x, u) > sight.width || Math.max(y, v) < 0 || Math.min(y, v) > sight.height) continue;
    context.moveTo(x, y);
    const [bendX, bendY] = bend ? bent(x, y, u, v, bend, alike) : [x, y];
    if (bend) context.quadraticCurveTo(bendX, bendY, u, v);
    else context.lineTo(u, v);
    if (!said.symmetric && !sight.moving) addArrow(arrows, bendX, bendY, u, v, radius(to, camera));
  }
  context.strokeStyle = context.fillStyle = sight.palette.colour(colour);
  context.lineWidth = standing === "fact" ? 1.5 : 1;
  context.setLineDash(DASHES[standing] ?? []);
  context.stroke();
  context.setLineDash([]);
  context.fill(arrows);
}

/** Where a line bends to, so that its middle lies beside those of the other relations of the same two. */
function bent(x: number, y: number, u: number, v: number, bend: number, alike: number): [number, number] {
  const length = Math.hypot(u - x, v - y) || 1;
  const apart = Math.min(APART, (SPREAD * length) / alike);
  const aside = (2 * bend * apart) / length; // a curve reaches half way to where it bends
  return [(x + u) / 2 - (v - y) * aside, (y + v) / 2 + (u - x) * aside];
}

/** Shows which entity keys have led to. */
function paintRing(context: CanvasRenderingContext2D, sight: Sight, node: NodeDrawn): void {
  context.beginPath();
  context.arc(sight.camera.across(node.x), sight.camera.down(node.y), 1.2 * radius(node, sight.camera) + RING, 0, 2 * Math.PI);
  context.strokeStyle = sight.palette.colour("text");
  context.lineWidth = 2.5;
  context.stroke();
}

/** The head of an arrow that ends where the entity begins; none on a line too short for it. */
function addArrow(path: Path2D, x: number, y: number, u: number, v: number, gap: number): void {
  const length = Math.hypot(u - x, v - y);
  if (length < gap + 2 * ARROW) return;
  const [across, down] = [(u - x) / length, (v - y) / length];
  const [tipX, tipY] = [u - across * gap, v - down * gap];
  const [backX, backY] = [tipX - across * ARROW, tipY - down * ARROW];
  path.moveTo(tipX, tipY);
  path.lineTo(backX - down * (ARROW / 2), backY + across * (ARROW / 2));
  path.lineTo(backX + down * (ARROW / 2), backY - across * (ARROW / 2));
}

/** Each kind has its shape too, for whoever does not tell the colours apart. */
function paintNodes(context: CanvasRenderingContext2D, sight: Sight, name: string, nodes: readonly NodeDrawn[]): void {
  context.beginPath();
  for (const node of nodes) {
    const [x, y, r] = [sight.camera.across(node.x), sight.camera.down(node.y), radius(node, sight.camera)];
    if (node.kind === "organization") context.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
    else if (node.kind === "country") {
      context.moveTo(x, y - 1.2 * r);
      context.lineTo(x + 1.2 * r, y);
      context.lineTo(x, y + 1.2 * r);
      context.lineTo(x - 1.2 * r, y);
    } else {
      context.moveTo(x + r, y);
      context.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
  context.fillStyle = sight.palette.colour(name);
  context.fill();
}

/** Names of the most connected first, as far as they have room. */
function paintNames(context: CanvasRenderingContext2D, sight: Sight): void {
  const taken: [number, number, number, number][] = [];
  const most = sight.moving ? LABELS.moving : LABELS.still;
  context.font = "13px system-ui, sans-serif";
  context.textBaseline = "middle";
  context.fillStyle = sight.palette.colour("text");
  context.strokeStyle = sight.palette.colour("paper");
  context.lineWidth = 3;
  const named = sight.pointed ? [sight.pointed, ...sight.near] : sight.scene.nodes;
  for (const node of named) {
    if (taken.length >= most) return;
    if (!isSeen(sight, node)) continue;
    const [middle, aside] = [sight.camera.across(node.x), radius(node, sight.camera) + 4];
    const y = sight.camera.down(node.y);
    const length = context.measureText(node.label).width;
    const turned = middle + aside + length > sight.width && middle - aside - length >= 0;
    const x = turned ? middle - aside - length : middle + aside;
    const end = x + length;
    if (taken.some(([left, top, right, bottom]) => x < right && end > left && y - 8 < bottom && y + 8 > top)) continue;
    taken.push([x, y - 8, end, y + 8]);
    if (!sight.moving) context.strokeText(node.label, x, y);
    context.fillText(node.label, x, y);
  }
}

function isSeen(sight: Sight, node: NodeDrawn): boolean {
  const [x, y, margin] = [sight.camera.across(node.x), sight.camera.down(node.y), 30];
  return x > -margin && y > -margin && x < sight.width + margin && y < sight.height + margin;
}
