/* The note beside what was pressed: which paragraph a citation names, what a source is, and how it is cited. */

import { addForms } from "./citing.js";
import { COPIED } from "./copying.js";
import { all, make } from "./dom.js";
import { frame } from "./link.js";
import { placeBeside } from "./note.js";
import { unsay } from "./status.js";
import { textOf } from "./texts.js";

const UNKNOWN = "<p>This text could not be fetched.</p>";

/** @type {HTMLElement | undefined} */
let note;

/**
 * Open the note of a link or a button.
 * @param {HTMLElement} opener its data-cite says "essay:paragraph", its data-works where the texts of works lie
 */
export async function cite(opener) {
  const { cite: ref = "", source, works } = opener.dataset;
  const paths = works?.split(" ") ??
    (source ? [`works/${source}`] : [`notes/${ref.split(":")[0]}`, `notes/${ref}`]);
  const focused = document.activeElement;
  const texts = await Promise.all(paths.map(textOf)).catch(() => [UNKNOWN]);
  if (document.activeElement !== focused) return; // the reader has gone on
  note?.remove();
  note = makeNote(opener.ariaLabel ?? opener.textContent, texts);
  addForms(note, opener, () => placeBeside(opener, note));
  document.body.append(note);
  note.showPopover();
  placeBeside(opener, note);
  note.addEventListener("toggle", (event) => close(event, opener));
  note.focus();
}

/** Close the note, if one is open. */
export const closeNote = () => note?.isConnected && note.hidePopover();

/** Close the note when the map takes the focus, which a press there does not; who goes to write his paper finds it again. */
export function startNotes() {
  addEventListener("blur", () => setTimeout(() => document.activeElement === frame && closeNote()));
}

/**
 * Make the note of texts: what one work is, or the note's name over several.
 * @param {string} name
 * @param {string[]} texts
 */
function makeNote(name, texts) {
  const properties = { className: "cite-note", popover: "auto", tabIndex: -1 };
  const box = make("div", properties, { role: "dialog", "aria-label": name, "data-atlas": "" });
  const cross = make("button", { type: "button", className: "close", textContent: "×" }, {
    "aria-label": "Close",
  });
  cross.addEventListener("click", closeNote);
  box.append(cross, ...texts.map((innerHTML) => make("div", { innerHTML })));
  const abouts = all(".about", box);
  if (abouts.length === 1) return box;
  for (const about of abouts) about.remove();
  cross.after(make("p", { className: "essay", textContent: name }));
  return box;
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
  unsay(COPIED);
  if (isFree) link.focus({ preventScroll: true }); // who pressed elsewhere may have scrolled on
}
