/* The list of layers and the open card: they stand in the index page, and follow the map's state. */

import { placeOf } from "../../map/script/reference.js";
import { teller } from "./component.js";
import { all, make, one, unfold } from "./dom.js";
import { moveInto } from "./front.js";
import { on } from "./link.js";
import { cardOf } from "./selection.js";
import { showText } from "./shown_text.js";

/** @import { Component, MapState, Tell } from "./types.d.ts" */

/** The list with its card; the framework moves it, and nothing makes it anew. */
const place = one("#atlas-front .explore");
const welcome = one(".card", place);
/** Tells Python, once the list is where the framework wants it. @type {Tell | undefined} */
let tell;
/** The row that was marked last. @type {string | null | undefined} */
let picked;

/** Whose card was opened last. @type {string | undefined} */
let opened;

/** @type {Tell} */
export const tellPython = (name, value) => tell?.(name, value);

/** @param {Component<{ heard: number }>} component */
export function list(component) {
  tell = teller(component);
  moveInto(component.parentElement, place);
  return () => {};
}

/** Follow the map from now on. */
export const startList = () => void on(follow);

/** Return the layers that are ticked. */
export const ticked = () =>
  /** @type {HTMLInputElement[]} */ (all("input[data-layer]", place))
    .filter((box) => box.checked).map((box) => box.dataset.layer ?? "");

/** @param {MapState} now */
function follow({ layers, selected }) {
  for (const box of /** @type {HTMLInputElement[]} */ (all("input[data-layer]", place))) {
    box.checked = layers.includes(box.dataset.layer ?? "");
  }
  openCard(cardOf(selected), selected);
  pick(selected);
}

/**
 * Mark the part that is selected in its card's table.
 * @param {string | null} selected
 */
function pick(selected) {
  for (const row of all("tr[data-ref]", place)) row.classList.toggle("picked", row.dataset.ref === selected);
  const row = place.querySelector("tr.picked");
  if (row && picked !== selected) {
    unfold(row);
    row.scrollIntoView({ block: "nearest" });
  }
  picked = row ? selected : null;
}

/**
 * Show the card of a layer under its row, a place's or the welcome under the list.
 * @param {string} id
 * @param {string | null} selected
 */
function openCard(id, selected) {
  const before = one(".card", place), isFirst = opened === undefined;
  opened = id;
  if (before.dataset.of === id) return;
  before.remove();
  markRows(id);
  const card = id ? make("section", { className: "card" }) : welcome;
  card.dataset.of = id;
  const row = id && place.querySelector(`li.row[data-row="${CSS.escape(id)}"]`);
  if (row) unfold(row);
  (row || one(".below", place)).append(card);
  if (!id) return;
  const bring = () => row && isFirst || bringUp(row || card, isFirst); // a page with a row's card begins at its top
  bring();
  // The text may come later than the row, and only then the card is as long as it is.
  showText(card, pathOf(id), () => {
    pick(selected);
    bring();
  });
}

/**
 * Return where the text of a card is kept.
 * @param {string} id
 */
function pathOf(id) {
  const of = placeOf(id);
  return of ? `places/${of}` : `cards/${id}`;
}

/** @param {string} id */
function markRows(id) {
  for (const row of all("li.row", place)) {
    const isOpen = row.dataset.row === id;
    row.classList.toggle("opened", isOpen);
    row.querySelector("button.open")?.setAttribute("aria-expanded", String(isOpen));
  }
}

/**
 * @param {Element} element comes to the upper edge
 * @param {boolean} isSudden
 */
function bringUp(element, isSudden) {
  const still = isSudden || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
