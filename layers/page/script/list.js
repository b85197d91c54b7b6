/* The list of layers and the open card: Python sends both as HTML, here they follow the map's state. */

import { fill, teller } from "./component.js";
import { all, make, one, unfold } from "./dom.js";
import { on, state } from "./link.js";
import { cardOf } from "./selection.js";

/** @import { Component, MapState, Tell } from "./types.d.ts" */
/** @typedef {{ rows: string, heard: number, open?: string, card?: string, welcome?: string }} List */
/**
 * What is known of the place where the list stands.
 * @typedef {object} Own
 * @property {HTMLElement} place
 * @property {Tell} tell
 * @property {() => void} forget ends the hearing of the map
 * @property {string} [shown] whose card is open
 * @property {string | null} [picked] the row that was marked last
 */

/** @type {WeakMap<HTMLElement, Own>} */
const lists = new WeakMap();
/** @type {Own | undefined} */
let current;

/** The HTML of each card that Python has sent, by whose it is. @type {Map<string, string>} */
const cards = new Map();
/** The HTML of a card; undefined while it waits for it. @type {WeakMap<Element, string | undefined>} */
const texts = new WeakMap();

/** The list that was shown last. */
export const currentList = () => current;

/** @param {Component<List>} component */
export function list(component) {
  const { data, parentElement } = component, tell = teller(component);
  const own = lists.get(parentElement) ?? { place: parentElement, tell, forget: () => {} };
  lists.set(parentElement, own);
  own.tell = tell;
  if (fill(parentElement, data.rows)) {
    own.forget();
    own.forget = on((now) => follow(own, now));
  }
  current = own;
  if (data.card && data.open) cards.set(data.open, data.card);
  if (data.welcome) cards.set("", data.welcome);
  const now = state();
  if (now) follow(own, now);
  else openCard(own, data.open ?? "");
  return own.forget;
}

/**
 * @param {Own} own
 * @param {MapState} now
 */
function follow(own, { layers, selected }) {
  for (const box of /** @type {HTMLInputElement[]} */ (all("input[data-layer]", own.place))) {
    box.checked = layers.includes(box.dataset.layer ?? "");
  }
  openCard(own, cardOf(selected));
  for (const row of all("tr[data-ref]", own.place)) {
    row.classList.toggle("picked", row.dataset.ref === selected);
  }
  const picked = own.place.querySelector("tr.picked");
  if (picked && own.picked !== selected) {
    unfold(picked);
    picked.scrollIntoView({ block: "nearest" });
  }
  own.picked = selected;
}

/**
 * Show the card of a layer under its row, a place's or the welcome under the list.
 * @param {Own} own
 * @param {string} id
 */
function openCard(own, id) {
  const html = cards.get(id);
  const before = /** @type {HTMLElement | null} */ (own.place.querySelector(".card"));
  if (before && before.dataset.of === id && texts.get(before) === html) return;
  // The text may come later than the row: then the card is changed once more, and comes into view again.
  const changed = !before || before.dataset.of !== id || texts.get(before) === undefined;
  before?.remove();
  markRows(own.place, id);
  const card = makeCard(id, html);
  const row = id && own.place.querySelector(`li.row[data-row="${CSS.escape(id)}"]`);
  if (row) unfold(row);
  (row || one(".below", own.place)).append(card);
  const top = row || (id && card);
  if (changed && top && (own.shown !== undefined || top === card)) bringUp(top);
  own.shown = id;
}

/**
 * @param {HTMLElement} place
 * @param {string} id
 */
function markRows(place, id) {
  for (const row of all("li.row", place)) {
    const isOpen = row.dataset.row === id;
    row.classList.toggle("opened", isOpen);
    row.querySelector("button.open")?.setAttribute("aria-expanded", String(isOpen));
  }
}

/**
 * @param {string} id
 * @param {string | undefined} html
 */
function makeCard(id, html) {
  const card = make("section", { className: "card" });
  card.dataset.of = id;
  texts.set(card, html);
  card.innerHTML = html ?? "<p class='wait'>Fetching the text …</p>";
  return card;
}

/** @param {Element} element comes to the upper edge */
function bringUp(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
