/* The tip beside the pointer: one for all parts. */
import { make } from "./dom.js";

const BESIDE = 14, BELOW = 18, ABOVE = 12, EDGE = 4; // px
/** @type {L.Map} */
let map;
/** @type {HTMLElement | null} */
let tip = null;

/** @param {L.Map} leafletMap */
export function start(leafletMap) {
  map = leafletMap;
  tip = make("div", "tip");
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the same words are the target's own name
  map.getContainer().append(tip);
}

/**
 * Shows a text beside a point of the map, in px; hides the tip when there is none.
 * @param {string} text
 * @param {L.Point} [point]
 */
export function showTip(text, point) {
  if (!tip) return;
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  const { x: width, y: height } = map.getSize(), { offsetWidth, offsetHeight } = tip;
  const isWide = point.x + BESIDE + offsetWidth > width, isLow = point.y + BELOW + offsetHeight > height;
  const x = isWide ? point.x - BESIDE - offsetWidth : point.x + BESIDE;
  const y = isLow ? point.y - ABOVE - offsetHeight : point.y + BELOW;
  tip.style.translate = `${Math.max(EDGE, x)}px ${Math.max(EDGE, y)}px`;
}

/**
 * What stands under the pointer without an element of its own: its name, or "" for nothing.
 * @param {string} name
 * @param {L.Point} [point]
 */
export function showName(name, point) {
  map.getContainer().classList.toggle("at-name", Boolean(name));
  showTip(name, point);
}
