/* The note of a citation: which paragraph it names, beside the link that was pressed. */

import { make } from "./dom.js";
import { textOf } from "./texts.js";

const UNKNOWN = "<p>What the paragraph is about could not be fetched.</p>";
const GAP = 4; // px between link and note
const MARGIN = 8; // px to the window's edges

/** @type {HTMLElement | undefined} */
let note;

/**
 * Open the note of a link.
 * @param {HTMLElement} link its data-cite says "essay:paragraph"
 */
export async function cite(link) {
  const { cite: ref = "" } = link.dataset;
  const focused = document.activeElement;
  const about = await textOf(`notes/${ref}`).catch(() => UNKNOWN);
  if (document.activeElement !== focused) return; // the reader has gone on
  note?.remove();
  note = makeNote(link.ariaLabel ?? ref);
  note.innerHTML = about;
  document.body.append(note);
  note.showPopover();
  placeBeside(link, note);
  note.addEventListener("toggle", (event) => close(event, link));
  note.focus();
}

/** @param {string} name */
function makeNote(name) {
  const properties = { className: "cite-note", popover: "auto", tabIndex: -1 };
  return make("div", properties, {
    role: "dialog",
    "aria-label": name,
  });
}

/**
 * Below the link, or above it where there is no room.
 * @param {HTMLElement} link
 * @param {HTMLElement} box
 */
function placeBeside(link, box) {
  const at = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  const fits = at.bottom + height + MARGIN <= innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? at.bottom + GAP : at.top - height - GAP}px`;
}

/**
 * @param {ToggleEvent} event
 * @param {HTMLElement} link
 */
function close({ newState, currentTarget }, link) {
  if (newState !== "closed") return;
  const note = /** @type {HTMLElement} */ (currentTarget), focused = document.activeElement;
  const isFree = !focused || focused === document.body || note.contains(focused);
  note.remove();
  if (isFree) link.focus();
}
