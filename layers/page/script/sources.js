/* From a value to its source in the card's list, and back. */

import { cite } from "./cite_note.js";
import { unfold } from "./dom.js";

/** The number that was pressed last. @type {HTMLElement | undefined} */
let left;

/**
 * Go to the source of a value in the list of its card; where the list is not at hand, tell it in a note.
 * @param {HTMLElement} number its data-source is the id
 */
export function showSource(number) {
  const entry = number.closest(".card")?.querySelector(`#source-${CSS.escape(number.dataset.source ?? "")}`);
  if (!entry) return cite(number);
  left = number;
  arriveAt(/** @type {HTMLElement} */ (entry));
}

/**
 * Go back to where the list was left, or to the first value of the source.
 * @param {HTMLElement} arrow its data-back is the id
 */
export function leaveSource(arrow) {
  const { back = "" } = arrow.dataset, card = arrow.closest(".card");
  const first = card?.querySelector(`[data-source="${CSS.escape(back)}"]`);
  const isLeft = left?.dataset.source === back && card?.contains(left);
  const to = isLeft ? left : /** @type {HTMLElement | null} */ (first ?? null);
  if (to) arriveAt(to);
}

/** @param {HTMLElement} element */
function arriveAt(element) {
  unfold(element);
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
}
