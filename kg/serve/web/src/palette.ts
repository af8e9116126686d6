/** Colours of the drawing, from the style sheet, so that light and dark are settled in one place. */

import { element } from "./dom";

/** Asks the style sheet what a class looks like now. */
export class Palette {
  private readonly known = new Map<string, string>();
  private readonly probe = element("span", { hidden: "" });

  constructor(place: HTMLElement) {
    place.append(this.probe);
  }

  /** The colour of text of `graph-NAME`. */
  colour(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.probe.className = `graph-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`;
    const found = getComputedStyle(this.probe).color;
    this.known.set(name, found);
    return found;
  }

  /** Forgets them, as the theme changed. */
  forget(): void {
    this.known.clear();
  }
}
