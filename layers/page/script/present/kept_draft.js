/* The tour on the desk, kept in the browser: a session of the server ends with a closed lid, this does not. */

import { teller } from "../component.js";
import { make } from "../dom.js";

/** @import { Component } from "../types.d.ts" */
/** @typedef {{ draft: object | null, putAway: object | null, session: string, heard: number }} Desk */

const KEPT = "atlas-draft"; // in the browser's store, which this origin has for itself
const NOT_KEPT = "This browser keeps nothing for this page: download the tour before you leave.";
const FORM = ".st-key-present-form";
const PAUSE = 800; // ms after the last letter

/** The session of which the desk was seen last. @type {string | undefined} */
let seen;

/**
 * Keep what is on the desk; give it back to a session that begins with nothing.
 * @param {Component<Desk>} component
 */
export function keptDraft(component) {
  const { data: { draft, putAway, session }, parentElement } = component, tell = teller(component);
  const isNew = session !== seen, isEmpty = !draft && !putAway;
  seen = session;
  let told = "";
  try {
    const kept = localStorage.getItem(KEPT);
    if (isNew && isEmpty) kept && tell("back", JSON.parse(kept));
    else if (isEmpty) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify({ draft, putAway }));
  } catch {
    told = isEmpty ? "" : NOT_KEPT;
  }
  noteIn(parentElement).textContent = told;
  return () => {};
}

/** @param {HTMLElement} place */
const noteIn = (place) =>
  place.querySelector("p") ?? place.appendChild(make("p", { className: "small kept" }, { role: "status" }));

/**
 * Hand over what is typed after a pause. The framework does it when the field is left, but a page that is closed or
 * loaded again leaves no field.
 */
export function takeWhatIsTyped() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  document.addEventListener("input", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.closest(FORM)) return;
    clearTimeout(timer);
    if (/** @type {InputEvent} */ (event).isComposing) return;
    timer = setTimeout(() => {
      for (const type of ["keydown", "keypress"]) {
        target.dispatchEvent(
          new KeyboardEvent(type, { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
        );
      }
    }, PAUSE);
  });
}
