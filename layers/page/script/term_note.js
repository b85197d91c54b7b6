/* The note of a term: what it means, while it is pointed at, has the focus or was tapped. The focus stays on the term. */

import { around, make, offered } from "./dom.js";
import { placeBeside } from "./note.js";
import { textOf } from "./texts.js";

const LINGER = 250; // ms for the pointer to come from the term to its note
const ID = "term-note";

/** The term whose note is open or on its way. @type {HTMLElement | undefined} */
let told;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/** @param {Event} event */
const termAt = (event) => offered(event, "dfn[data-term]");

/** @param {Event} event */
const isOfNote = (event) => termAt(event) === told || around(event, `#${ID}`);

/** Listen on the whole page. */
export function startTerms() {
  for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, meet);
  document.addEventListener("pointerout", () => {
    if (!told || told === document.activeElement) return;
    clearTimeout(leaving);
    leaving = setTimeout(leave, LINGER);
  });
  document.addEventListener("keydown", (event) => {
    const term = termAt(event);
    if (event.key === "Escape" && told) event.stopImmediatePropagation();
    if (event.key === "Escape") leave();
    else if (term && (event.key === "Enter" || event.key === " ")) tell(term, event);
  }, { capture: true });
}

/** @param {Event} event */
function meet(event) {
  const term = termAt(event);
  if (told && isOfNote(event)) clearTimeout(leaving);
  else if (term) tell(term);
  else if (told && event.type !== "pointerover") leave();
}

/**
 * @param {HTMLElement} term
 * @param {Event} [event]
 */
async function tell(term, event) {
  event?.preventDefault();
  leave();
  told = term;
  const meaning = await textOf(`terms/${term.dataset.term}`).catch(() => "");
  if (told !== term || !meaning) return;
  const note = make("div", { id: ID, className: ID, popover: "manual", innerHTML: meaning }, {
    role: "tooltip",
  });
  document.body.append(note);
  note.showPopover();
  placeBeside(term, note);
  term.setAttribute("aria-describedby", ID);
}

function leave() {
  clearTimeout(leaving);
  document.getElementById(ID)?.remove();
  told?.removeAttribute("aria-describedby");
  told = undefined;
}
