/** Which part of a graph is seen, and how large. */

interface Point {
  readonly x: number;
  readonly y: number;
}

const PADDING = 40; // pixels around a whole graph; names need them
const CLOSEST = 400; // pixels for one unit of the graph

/** Turns places of the graph into pixels and back. */
export class Camera {
  scale = 1;
  private x = 0;
  private y = 0;
  private smallest = 0.001;

  /** Shows all of the points in a view of this size. */
  fit(points: Iterable<Point>, width: number, height: number): void {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of points) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    if (left > right) return;
    const across = Math.max(width - 2 * PADDING, width / 2) / Math.max(right - left, 0.1);
    const down = Math.max(height - 2 * PADDING, height / 2) / Math.max(bottom - top, 0.1);
    this.scale = Math.min(across, down, CLOSEST);
    this.smallest = this.scale / 4;
    this.x = width / 2 - ((left + right) / 2) * this.scale;
    this.y = height / 2 - ((top + bottom) / 2) * this.scale;
  }

  across(x: number): number {
    return x * this.scale + this.x;
  }

  down(y: number): number {
    return y * this.scale + this.y;
  }

  move(across: number, down: number): void {
    this.x += across;
    this.y += down;
  }

  /** Makes all larger by a factor around one pixel. */
  zoom(factor: number, around: Point): void {
    const scale = Math.min(Math.max(this.scale * factor, this.smallest), CLOSEST);
    const ratio = scale / this.scale;
    this.scale = scale;
    this.x = around.x - (around.x - this.x) * ratio;
    this.y = around.y - (around.y - this.y) * ratio;
  }
}
