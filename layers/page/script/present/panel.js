/* The Present panel: it starts tours, opens the speaker's window, and takes views down for a new tour. */

import { teller } from "../component.js";
import { around, offered } from "../dom.js";
import { frame, state } from "../link.js";
import { showHtml } from "../shown_text.js";
import { framed } from "./framing.js";
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

/** Start what is pressed in the panel. */
export function startPanel() {
  document.addEventListener("click", (event) => {
    const tour = offered(event, "[data-tour]")?.dataset.tour;
    if (tour) startTour(tour);
    if (offered(event, "[data-speaker]")) openSpeaker();
  });
}
