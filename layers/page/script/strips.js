/* A strip answers: what one points at or comes to says itself in the line below it. One stop for the keyboard, the
 * arrows go along it. */

import { all, offered, one } from "./dom.js";

const STEP = { ArrowLeft: -1, ArrowRight: 1 };

/** Listen on the whole page: strips come and go with their cards and routes. */
export function startStrips() {
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, tell);
  document.addEventListener("keydown", walk);
}

/** @param {Event} event */
function tell(event) {
  const told = offered(event, ".strip-box li, .strip-box [data-says]"), line = told?.closest(".strip-box");
  if (told && line) one(".says", line).textContent = told.dataset.says ?? told.textContent;
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const step = STEP[/** @type {keyof STEP} */ (event.key)], list = step && offered(event, ".strip-box ol");
  if (!list) return;
  const buttons = all("button", list),
    here = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[here + step];
  event.preventDefault();
  if (!next) return;
  buttons[here].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
