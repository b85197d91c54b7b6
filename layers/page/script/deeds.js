/* What the text offers to do, by its data attributes: switch a layer, open a card, go there, cite, read. */

import { placeRef } from "../../map/script/reference.js";
import { pressBox, show } from "./boxes.js";
import { showWithCard, toggleCard } from "./card.js";
import { cite } from "./cite_note.js";
import { offered } from "./dom.js";
import { leaveText } from "./history.js";
import { send } from "./link.js";
import { tellPython } from "./list.js";
import { readAt } from "./reading.js";
import { cardOf } from "./selection.js";

const OFFERS = "[data-open],[data-select],[data-fly],[data-fit],[data-cite],[data-read]";

// In a text these lead away from where one reads.
const LINKS = "a[data-select],a[data-fly],a[data-fit],a[data-read]";

/** Do what is asked for, wherever it stands on the page. */
export function startDeeds() {
  document.addEventListener("change", (event) => {
    const box = offered(event, "input[data-layer]");
    if (box instanceof HTMLInputElement) pressBox(box);
  });
  document.addEventListener("click", (event) => {
    const target = offered(event, OFFERS);
    if (!target || isElsewhere(event)) return;
    event.preventDefault();
    act(target);
  });
}

/**
 * Say whether a link is to open in a window of its own, which its address does.
 * @param {MouseEvent} event
 */
const isElsewhere = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;

/**
 * Say whether a link moves the map alone, and the text in which it stands stays.
 * @param {HTMLElement} target
 */
function isOnMapOnly(target) {
  const { select, read } = target.dataset;
  return select ? target.closest(".card")?.matches(`[data-of="${cardOf(select)}"]`) ?? false : !read;
}

/** @param {HTMLElement} target */
function act(target) {
  const { open, select, fly, fit, cite: cited, read } = target.dataset;
  if (target.matches(LINKS)) leaveText(!isOnMapOnly(target));
  if (cited) cite(target);
  else if (open !== undefined) toggleCard(open);
  else if (select) showWithCard(select);
  else if (fly && target.closest(".reading")) show(placeRef(fly));
  else if (fly) send({ fit: placeRef(fly) }); // the card in which it stands stays open
  else if (read) readAt(read, tellPython);
  else if (fit) send({ fit });
}
