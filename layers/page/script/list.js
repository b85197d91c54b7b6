/* The list of layers: it stands in the index page, and follows the map's state. */

import { followSelected } from "./card.js";
import { teller } from "./component.js";
import { all } from "./dom.js";
import { explore, moveInto } from "./front.js";
import { on } from "./link.js";

/** @import { Component, MapState, Tell } from "./types.d.ts" */

/** Tells Python, once the list is where the framework wants it. @type {Tell | undefined} */
let tell;

/** @type {Tell} */
export const tellPython = (name, value) => tell?.(name, value);

/** @param {Component<{ heard: number }>} component */
export function list(component) {
  tell = teller(component);
  moveInto(component.parentElement, explore);
  return () => {};
}

/** Follow the map from now on. */
export const startList = () => void on(follow);

const boxes = () => /** @type {HTMLInputElement[]} */ (all("input[data-layer]", explore));

/** Return the layers that are ticked. */
export const ticked = () => boxes().filter((box) => box.checked).map((box) => box.dataset.layer ?? "");

/** @param {MapState} now */
function follow({ layers, selected }) {
  for (const box of boxes()) box.checked = layers.includes(box.dataset.layer ?? "");
  followSelected(selected);
}
