/** What every page loads: colours, suggestions, keys. */

import { linkStyles, whenParsed } from "./dom";
import { addKeys } from "./keys";
import { addSuggestions } from "./suggest";
import { addThemeSwitch, applyKeptTheme } from "./theme";
import { watchWork } from "./working";

applyKeptTheme();
whenParsed(() => {
  linkStyles("kg");
  addThemeSwitch();
  addSuggestions();
  addKeys();
  watchWork();
});
