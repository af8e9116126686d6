/** Says when what a page waits for is there: facts that follow a decision, or the queue of what is to be decided. */

import { element, fetchJson } from "./dom";

const PAUSE = 1500; // ms between two looks

interface State {
  readonly working: boolean;
  readonly looked: boolean;
  readonly trouble: string;
}

/** Watches what the page names: a note that facts follow is replaced by a link, a note that something is looked for by the page anew. */
export function watchWork(): void {
  const following = document.querySelector<HTMLElement>("[data-working]");
  const looking = document.querySelector<HTMLElement>("[data-looking]");
  const address = following?.dataset["working"] ?? looking?.dataset["looking"];
  if (!address) return;
  const look = async (): Promise<void> => {
    const state = (await fetchJson(address)) as State;
    if (looking && state.looked) return location.reload();
    if (following && !state.working) return done(following);
    again();
  };
  const again = (): void => void setTimeout(() => void look().catch(again), PAUSE);
  again();
}

/** The page itself stays as it is, for whoever is just writing on it. */
function done(note: HTMLElement): void {
  const href = location.pathname + location.search;
  note.replaceChildren("Facts are up to date. ", element("a", { href }, "See this page as it is now"));
  document.querySelector("[data-trouble]")?.remove();
}
