/* The boxes of the layers: ticked as the map shows them, and as they were pressed until it does. */

import { layerOf } from "../../map/script/reference.js";
import { Awaited } from "./awaited.js";
import { all } from "./dom.js";
import { explore } from "./front.js";
import { heard, send } from "./link.js";
import { selection } from "./selection.js";

const boxes = () => /** @type {HTMLInputElement[]} */ (all("input[data-layer]", explore));

/** @param {HTMLElement} box */
const idOf = (box) => box.dataset.layer ?? "";

/** What was ticked or cleared here. @type {Awaited<boolean>} */
const pressed = new Awaited();

/**
 * Tick what the map says.
 * @param {string[]} layers
 */
export function follow(layers) {
  for (const box of boxes()) box.checked = pressed.shown(idOf(box), layers.includes(idOf(box)), heard());
}

/** Tick what the address asks for, before the map says so. */
export function startBoxes() {
  const asked = new URLSearchParams(location.search).get("layers")?.split(",");
  if (asked) { for (const box of boxes()) box.checked = asked.includes(idOf(box)); }
}

/**
 * Tell the map of a box that was pressed.
 * @param {HTMLInputElement} box
 */
export function pressBox(box) {
  pressed.want(idOf(box), box.checked, send(() => ({ delta: { layers: ticked() } })));
}

/**
 * Select a layer or a part of one, with its layer on, or a place, and go there; return the number of these words.
 * @param {string} ref
 */
export function show(ref) {
  const box = boxOf(ref);
  if (box) box.checked = true;
  const number = send(() => ({ delta: selection(ref, ticked()) }));
  tickFor(ref, number);
  send({ fit: ref });
  return number;
}

/**
 * Tick the layer of what was selected, which the map will show with it; return whether it has one.
 * @param {string} ref
 * @param {number} number of the words that told the map
 */
export function tickFor(ref, number) {
  const box = boxOf(ref);
  if (!box) return false;
  box.checked = true;
  pressed.want(idOf(box), true, number);
  return true;
}

/** @param {string} ref */
const boxOf = (ref) => boxes().find((one) => idOf(one) === layerOf(ref));

const ticked = () => boxes().filter((box) => box.checked).map(idOf);
