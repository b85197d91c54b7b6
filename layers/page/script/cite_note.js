/* The note of a citation: which paragraph it names, beside the link that was pressed. */

import { openNote } from "./note.js";
import { textOf } from "./texts.js";

const UNKNOWN = "<p>What the paragraph is about could not be fetched.</p>";

/**
 * Open the note of a link.
 * @param {HTMLElement} link its data-cite says "essay:paragraph"
 */
export async function cite(link) {
  const { cite: ref = "" } = link.dataset;
  const focused = document.activeElement;
  const about = await textOf(`notes/${ref}`).catch(() => UNKNOWN);
  if (document.activeElement !== focused) return; // the reader has gone on
  const note = openNote(link, about, "auto", {
    class: "cite-note",
    role: "dialog",
    "aria-label": link.ariaLabel ?? ref,
  });
  note.addEventListener("toggle", (event) => close(event, link));
  note.focus();
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
