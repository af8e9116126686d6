/** Light or dark: what the system says until somebody chooses; the choice is kept in the browser. */

import { element } from "./dom";

const KEPT = "kg-theme";
export const THEME_CHANGED = "kg-theme-changed";
type Theme = "light" | "dark";

/** Sets the theme that was chosen; called before anything is painted. */
export function applyKeptTheme(): void {
  const kept = read();
  if (kept) document.documentElement.dataset["theme"] = kept;
}

/** Makes the page's switch work, or adds one to its header. */
export function addThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-switch]") ?? newSwitch();
  if (!button) return;
  const show = (): void => {
    const next = current() === "dark" ? "light" : "dark";
    button.textContent = next === "dark" ? "Dark" : "Light";
    button.setAttribute("aria-label", `Switch to ${next} colours`);
  };
  button.addEventListener("click", () => {
    choose(current() === "dark" ? "light" : "dark");
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
  button.hidden = false;
}

function newSwitch(): HTMLButtonElement | null {
  const header = document.querySelector("body > header");
  if (!header) return null;
  const button = element("button", { type: "button", class: "theme-switch" });
  header.append(button);
  return button;
}

function current(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function choose(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // a browser may forbid it; then the choice holds for this page
  }
  document.dispatchEvent(new CustomEvent(THEME_CHANGED));
}

function read(): Theme | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === "dark" || kept === "light" ? kept : null;
  } catch {
    return null;
  }
}
