/* The list of layers: it stands in the index page, and follows the map's state. */

import { Awaited } from "./awaited.js";
import { followSelected } from "./card.js";
import { teller } from "./component.js";
import { all } from "./dom.js";
import { explore, moveInto } from "./front.js";
import { on, send, state } from "./link.js";

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

/** The boxes that were ticked or cleared here. @type {Awaited<boolean>} */
const pressed = new Awaited(() => {
  const now = state();
  if (now) follow(now);
  return Boolean(now);
});

/**
 * Tell the map of a box that was pressed.
 * @param {HTMLInputElement} box
 */
export function pressBox(box) {
  pressed.want(idOf(box), box.checked);
  send({ delta: { layers: boxes().filter((one) => one.checked).map(idOf) } });
}

/** @param {MapState} now */
function follow({ layers, selected }) {
  for (const box of boxes()) box.checked = pressed.shown(idOf(box), layers.includes(idOf(box)));
  followSelected(selected);
}

/** @param {HTMLElement} box */
const idOf = (box) => box.dataset.layer ?? "";
