/** Elements, style sheets and JSON, for all scripts. */

type Children = readonly (Node | string)[];

/** An element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Children
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Calls back once the page is parsed, or now if it is. */
export function whenParsed(then: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then, { once: true });
  else then();
}

/** The address of a file that was bundled beside the script of this name. */
export function beside(script: string, file: string): string {
  const here = document.querySelector<HTMLScriptElement>(`script[src*="built/${script}.js"]`);
  return new URL(file, here?.src ?? new URL("/static/built/", location.href)).href;
}

/** Links the style sheet of what scripts add to pages, once. */
export function linkStyles(script: string): void {
  const href = beside(script, "scripts.css");
  if (document.querySelector(`link[href="${href}"]`)) return;
  document.head.append(element("link", { rel: "stylesheet", href }));
}

/** What a JSON address of this host answers. */
export async function fetchJson(address: string, signal?: AbortSignal): Promise<unknown> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: signal ?? null });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
  return answer.json();
}
