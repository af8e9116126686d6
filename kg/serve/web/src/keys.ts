/** One key for what a page offers as a button with `data-key`, as the review queue does. */

/** Presses the button of the key that was typed, unless somebody is writing. */
export function addKeys(): void {
  if (!document.querySelector("[data-key]")) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isWriting(event.target)) return;
    const named = [...document.querySelectorAll<HTMLElement>("[data-key]")];
    const button = named.find((one) => one.dataset["key"] === event.key.toLowerCase());
    if (!button || (button instanceof HTMLButtonElement && button.disabled)) return;
    event.preventDefault();
    button.click();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"))
  );
}
