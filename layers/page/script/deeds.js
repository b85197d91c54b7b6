/* What the text offers to do, by its data attributes: switch a layer, open a card, go there, cite, read. */

import { placeRef } from "../../map/script/reference.js";
import { pressBox, show } from "./boxes.js";
import { goToCard, showWithCard, toggleCard } from "./card.js";
import { cite, closeNote, startNotes } from "./cite_note.js";
import { isElsewhere, offered } from "./dom.js";
import { beginStep } from "./history.js";
import { send } from "./link.js";
import { tellPython } from "./list.js";
import { readAt } from "./reading.js";
import { cardOf } from "./selection.js";
import { leaveSource, showSource } from "./sources.js";

const OFFERS =
  "[data-open],[data-select],[data-fly],[data-fit],[data-cite],[data-works],[data-source],[data-back]," +
  "[data-read]";

// In a text these lead away from where one reads.
const LINKS = "a[data-select],a[data-fly],a[data-fit],a[data-read]";

/** Do what is asked for, wherever it stands on the page. */
export function startDeeds() {
  startNotes();
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
 * Say whether a link moves the map alone, and the text in which it stands stays.
 * @param {HTMLElement} target
 */
function isOnMapOnly(target) {
  const { select, read } = target.dataset;
  return select ? target.closest(".card")?.matches(`[data-of="${cardOf(select)}"]`) ?? false : !read;
}

/** @param {HTMLElement} target */
function act(target) {
  const { open, select, fly, fit, cite: cited, works, source, back, read } = target.dataset;
  const leads = target.matches(LINKS) && !isOnMapOnly(target); // to another text
  if (target.matches(LINKS)) beginStep(leads);
  if (cited || works) cite(target);
  else if (source) showSource(target);
  else if (back) leaveSource(target);
  else if (open !== undefined) toggleCard(open);
  else if (select && leads) goToCard(select);
  else if (select) showWithCard(select);
  else if (fly && target.closest(".reading")) show(placeRef(fly));
  else if (fly) send({ fit: placeRef(fly) }); // the card in which it stands stays open
  else if (read) {
    closeNote();
    readAt(read, tellPython);
  } else if (fit) send({ fit });
}
