/* The note beside what was pressed: which paragraph a citation names, what a source is, and how it is cited. */

import { filled } from "./citing.js";
import { copyAll } from "./copying.js";
import { all, make } from "./dom.js";
import { frame } from "./link.js";
import { textOf } from "./texts.js";

const UNKNOWN = "<p>This text could not be fetched.</p>";
const GAP = 4; // px between link and note
const MARGIN = 8; // px to the window's edges

/** @type {HTMLElement | undefined} */
let note;
/** The style that was chosen last. */
let style = "APA";

/**
 * Open the note of a link or a button.
 * @param {HTMLElement} opener its data-cite says "essay:paragraph", its data-works where the texts of works lie
 */
export async function cite(opener) {
  const { cite: ref = "", source } = opener.dataset, [essay] = ref.split(":");
  const works = opener.dataset.works?.split(" ") ?? [source ? `works/${source}` : `notes/${essay}`];
  const focused = document.activeElement;
  const asked = [...works, ...(ref ? [`notes/${ref}`] : [])];
  const texts = await Promise.all(asked.map(textOf)).catch(() => [UNKNOWN]);
  if (document.activeElement !== focused) return; // the reader has gone on
  note?.remove();
  note = makeNote(opener.ariaLabel ?? opener.textContent);
  note.append(...texts.map((innerHTML) => make("div", { className: "work", innerHTML })));
  dress(note, opener, works.length);
  document.body.append(note);
  note.showPopover();
  placeBeside(opener, note);
  note.addEventListener("toggle", (event) => close(event, opener));
  note.focus();
}

/** Close the note: a press on the map, which is another document, does not. */
export const closeNote = () => note?.isConnected && note.hidePopover();

/** Close the note when the map takes the focus; a reader who goes to his paper finds it again. */
export function startNotes() {
  addEventListener("blur", () => setTimeout(() => document.activeElement === frame && closeNote()));
}

/** @param {string} name */
function makeNote(name) {
  const properties = { className: "cite-note", popover: "auto", tabIndex: -1 };
  const box = make("div", properties, { role: "dialog", "aria-label": name, "data-atlas": "" });
  const cross = make("button", { type: "button", className: "close", textContent: "×" }, {
    "aria-label": "Close",
  });
  cross.addEventListener("click", closeNote);
  box.append(cross);
  return box;
}

/**
 * Fill what the texts leave open, and give them their buttons.
 * @param {HTMLElement} box
 * @param {HTMLElement} opener
 * @param {number} count of the works; several are told by their citations alone
 */
function dress(box, opener, count) {
  if (count > 1) { for (const about of all(".about", box)) about.remove(); }
  const { at = box.querySelector("[data-at]")?.getAttribute("data-at") ?? "" } = opener.dataset;
  const view = location.origin + location.pathname + location.search;
  const known = { at, title: titleOf(opener), view, day: new Date() };
  const forms = all("[data-form]", box);
  for (const line of forms.flatMap((form) => all("p", form))) {
    line.textContent = filled(line.textContent, known);
  }
  const names = [...new Set(forms.map((form) => form.dataset.form ?? ""))];
  if (!names.length) return;
  const bar = make("div", { className: "forms" }, { role: "group", "aria-label": "Style" });
  const buttons = names.map((name) => make("button", { type: "button", textContent: name }));
  const choose = (/** @type {string} */ name) => {
    style = name;
    for (const form of forms) form.hidden = form.dataset.form !== name;
    for (const button of buttons) button.ariaPressed = String(button.textContent === name);
    copy.textContent = "Copy";
    if (box.isConnected) placeBeside(opener, box);
  };
  const copy = make("button", { type: "button", className: "copy" });
  copy.addEventListener("click", () => copyAll(forms.filter((form) => !form.hidden), copy));
  for (const button of buttons) button.addEventListener("click", () => choose(button.textContent));
  bar.append(...buttons, copy);
  forms[0].before(bar);
  choose(names.includes(style) ? style : names[0]);
}

/** @param {HTMLElement} opener */
const titleOf = (opener) =>
  opener.dataset.title ?? opener.closest(".card, .route")?.querySelector(".title, h3")?.textContent ??
    document.title;

/**
 * Below the link, or above it where there is no room, and always within the window.
 * @param {HTMLElement} link
 * @param {HTMLElement} box
 */
function placeBeside(link, box) {
  const at = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, innerWidth - width - MARGIN));
  const fits = at.bottom + height + MARGIN <= innerHeight;
  const top = fits ? at.bottom + GAP : at.top - height - GAP;
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
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
