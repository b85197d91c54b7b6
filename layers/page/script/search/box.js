/* The search box: over all names, it shows what is found on the map and opens its card. */

import { isField, isPlain } from "../../../map/script/dom.js";
import { asksToSearch } from "../../../map/script/letter.js";
import { isOfMap } from "../link.js";
import { openCardOf } from "../reading.js";
import { NameBox } from "./name_box.js";

/**
 * Make the search box inside this element work.
 * @param {HTMLElement} parent
 */
export function startSearch(parent) {
  const box = new NameBox(parent, ({ ref }) => openCardOf(ref));
  // "/" goes to the search from anywhere on the page where nothing is being typed, and the map sends the word.
  document.addEventListener("keydown", (event) => {
    if (!asksToSearch(event) || !isPlain(event) || isField(event.target)) return;
    event.preventDefault();
    box.input.focus();
  });
  addEventListener("message", (message) => {
    if (isOfMap(message) && message.data?.search === true) box.input.focus();
  });
}
