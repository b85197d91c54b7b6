/* The Present panel: it starts tours, opens the speaker's window, and takes views down for a new tour. */

import { teller } from "../component.js";
import { around, offered, one } from "../dom.js";
import { frame, state } from "../link.js";
import { showHtml } from "../shown_text.js";
import { framed } from "./framing.js";
import { takeWhatIsTyped } from "./kept_draft.js";
import { startTour } from "./presenting.js";
import { openSpeaker } from "./speaker.js";

/** @import { Component } from "../types.d.ts" */

/** @param {Component<{ html: string }>} component */
export function present({ data, parentElement }) {
  showHtml(parentElement, data.html);
  return () => {};
}

/**
 * Mount the button that tells Python what the map shows now.
 * @param {Component<{ html: string, heard: number }>} component
 */
export function addView(component) {
  const { data, parentElement } = component, tell = teller(component);
  showHtml(parentElement, data.html);
  parentElement.onclick = (event) => {
    const shown = around(event, "[data-add]") && state();
    if (!shown) return;
    const { layers, selected, view } = shown;
    tell("add", { layers, selected, view: framed(view, frame.clientWidth, frame.clientHeight) });
  };
  return () => {};
}

/**
 * Say that a step of the draft is gone, and offer it back. The focus was on its button, and goes on from here.
 * @param {Component<{ html: string, uid: number, heard: number }>} component
 */
export function removed(component) {
  const { data, parentElement } = component, tell = teller(component);
  showHtml(parentElement, data.html);
  const undo = one("[data-undo]", parentElement);
  undo.onclick = () => {
    tell("undo", data.uid);
    whenThere(`.st-key-remove-${data.uid} button`, isFocusLost);
  };
  if (isFocusLost()) undo.focus();
  return () => {};
}

/** The element with the focus is gone, or there was none. */
const isFocusLost = () => document.activeElement === document.body;

const SOON = 50, TRIES = 100; // ms, and how often is looked

/**
 * Focus an element as soon as the framework has drawn it, while nothing else has the focus.
 * @param {string} selector
 * @param {() => boolean} isFree
 */
function whenThere(selector, isFree, tries = TRIES) {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (found && isFree()) found.focus();
  else if (tries) setTimeout(() => whenThere(selector, isFree, tries - 1), SOON);
}

/** Start what is pressed in the panel. */
export function startPanel() {
  document.addEventListener("click", (event) => {
    const tour = offered(event, "[data-tour]")?.dataset.tour;
    if (tour) startTour(tour);
    if (offered(event, "[data-speaker]")) openSpeaker();
  });
  takeWhatIsTyped();
}
