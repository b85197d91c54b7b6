/* A note beside what was pressed or pointed at; there is one at a time. */

import { make } from "./dom.js";

const GAP = 4; // px between the thing and its note
const MARGIN = 8; // px to the window's edges

/** @type {HTMLElement | undefined} */
let note;

/**
 * Open a note.
 * @param {HTMLElement} beside
 * @param {string} html ours
 * @param {"auto" | "manual"} popover whether the browser closes it by Esc and by a press elsewhere
 * @param {Record<string, string>} attributes
 */
export function openNote(beside, html, popover, attributes) {
  note?.remove();
  note = make("div", { popover, tabIndex: -1, innerHTML: html }, attributes);
  document.body.append(note);
  note.showPopover();
  place(beside, note);
  return note;
}

/**
 * Below the thing, or above it where there is no room.
 * @param {HTMLElement} beside
 * @param {HTMLElement} box
 */
function place(beside, box) {
  const at = beside.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  const fits = at.bottom + height + MARGIN <= innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? at.bottom + GAP : at.top - height - GAP}px`;
}
