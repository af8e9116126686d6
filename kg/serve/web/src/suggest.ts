/** Suggestions under a box, as a combobox with a list box: leads to what is chosen, or fills it in. The form works without. */

import { element, fetchJson } from "./dom";

/** One suggestion: what is shown, what kind of thing it is, and its page. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  readonly href: string;
  readonly key: string;
}

const PAUSE = 120; // ms without a keystroke before the server is asked
let boxes = 0;

/** Adds suggestions to every box that names where they come from; one with `data-fill` takes names of that kind. */
export function addSuggestions(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) new SuggestionBox(input);
}

class SuggestionBox {
  private readonly list: HTMLUListElement;
  private shown: readonly Suggestion[] = [];
  private active = -1;
  private timer = 0;
  private asked: AbortController | null = null;

  constructor(private readonly input: HTMLInputElement) {
    const id = `suggestions-${(boxes += 1)}`;
    this.list = element("ul", { id, role: "listbox", "aria-label": "Suggestions", class: "suggestions", hidden: "" });
    const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.setAttribute("aria-expanded", "false");
    const frame = element("span", { class: "suggesting" });
    input.replaceWith(frame);
    frame.append(input, this.list);
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  /** The kind of thing whose name is filled in; undefined where what is chosen is opened. */
  private get fill(): string | undefined {
    return this.input.dataset["fill"];
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    const words = this.input.value.trim();
    if (words.length < 2) return this.close();
    this.asked = new AbortController();
    const address = new URL(this.input.dataset["suggest"] ?? "/suggest", location.href);
    address.searchParams.set("q", words);
    const { signal } = this.asked;
    try {
      const { suggestions } = (await fetchJson(address.href, signal)) as { suggestions: readonly Suggestion[] };
      const fitting = suggestions.filter(({ href }) => this.fill === undefined || href.startsWith(`/${this.fill}/`));
      if (document.activeElement === this.input) this.show(fitting);
    } catch {
      if (!signal.aborted) this.close(); // the server is busy: the form still searches
    }
  }

  /** Asks for nothing more: a late answer would take the mark from what somebody is about to choose. */
  private settle(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  private show(suggestions: readonly Suggestion[]): void {
    this.shown = suggestions;
    this.active = -1;
    this.list.replaceChildren(
      ...suggestions.map((one, index) =>
        element(
          "li",
          { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" },
          element("span", {}, one.label),
          ...(one.detail ? [element("small", {}, one.detail)] : []),
        ),
      ),
    );
    this.list.hidden = !suggestions.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
  }

  private close(): void {
    this.settle();
    this.show([]);
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.mark(this.active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.open(this.active);
    }
  }

  /** Moves the mark; one step past either end it is back in the box itself. */
  private mark(to: number): void {
    this.settle();
    const count = this.shown.length;
    this.active = to >= count ? -1 : to < -1 ? count - 1 : to;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === this.active));
      if (index === this.active) option.scrollIntoView({ block: "nearest" });
    }
    const marked = this.list.children[this.active];
    if (marked) this.input.setAttribute("aria-activedescendant", marked.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private clicked(event: MouseEvent): void {
    const option = (event.target as Element).closest("[role=option]");
    if (option) this.open([...this.list.children].indexOf(option));
  }

  private open(index: number): void {
    const chosen = this.shown[index];
    if (!chosen) return;
    if (this.fill === undefined) return location.assign(chosen.href);
    const namesakes = this.shown.filter(({ label }) => label === chosen.label).length;
    this.input.value = namesakes > 1 || this.fill === "article" ? chosen.key : chosen.label;
    this.close();
  }
}
