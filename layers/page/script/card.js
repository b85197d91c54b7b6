/* The open card: a layer's under its row, a place's or the welcome under the list. */

import { featureOf, placeOf, pointOf } from "../../map/script/reference.js";
import { Awaited } from "./awaited.js";
import { show, tickFor } from "./boxes.js";
import { all, make, one, unfold } from "./dom.js";
import { explore } from "./front.js";
import { heard, send, state } from "./link.js";
import { isReturning } from "./scroll.js";
import { cardOf } from "./selection.js";
import { showText } from "./shown_text.js";

/** As small.css has it. */
const isSmall = () => getComputedStyle(explore).getPropertyValue("--is-small").trim() === "yes";
const BEGINNING = 120; // px of a card, from which one knows what it is
const welcome = one(".card", explore);
/** Whose card was opened last. @type {string | undefined} */
let opened;
/** The row of the card's table that was marked last. @type {string | null} */
let picked = null;
/** What was chosen in a text or by the address, so that its row is not brought up. @type {string | null} */
let unsought = null;
/** Whether the title of the card is to take the focus, as soon as it stands there: it was searched for. */
let isSought = false;
/** The card that was opened here. @type {Awaited<string>} */
const pressed = new Awaited();

/**
 * Follow what the map has selected; a card that was just opened here stays until the map knows of it, and the one that
 * is read stays beside a point of the map, which has no text.
 * @param {string | null} selected
 */
export function followSelected(selected) {
  if (pointOf(selected)) return;
  const id = cardOf(selected), shown = pressed.shown("card", id, heard());
  openCard(shown, selected);
  if (shown === id) pick(selected);
}

/**
 * Show a thing on the map, and its card at once, from its beginning; who reads in the card already stays where he reads.
 * @param {string} ref
 */
export function showWithCard(ref) {
  if (pointOf(ref)) return void show(ref);
  unsought = ref;
  openCard(cardOf(ref), ref);
  pressed.want("card", cardOf(ref), show(ref));
}

/**
 * The same for what was searched for, or is in another text than the link to it: its title takes the focus.
 * @param {string} ref
 */
export function goToCard(ref) {
  isSought = !pointOf(ref);
  showWithCard(ref);
  focusTitle();
}

function focusTitle() {
  const title = isSought && explore.isConnected && explore.querySelector(".card[data-of] .title");
  if (!(title instanceof HTMLElement)) return;
  isSought = false;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

/**
 * Open a card at once, with its subject in view, or close it, and let the map follow.
 * @param {string} id
 */
export function toggleCard(id) {
  const selected = opened === id ? null : id;
  openCard(selected ?? "", selected);
  const number = send({ delta: { selected } });
  pressed.want("card", selected ?? "", number);
  if (selected && tickFor(selected, number)) send({ fit: selected });
}

/** Mark what is selected, in a table that has just come. */
export const markPicked = () => pick(state()?.selected ?? null);

/**
 * Mark the part that is selected in its card's table, which comes when it is wanted, and on its strip.
 * @param {string | null} selected
 */
function pick(selected) {
  for (const row of all("[data-ref]", explore)) {
    row.classList.toggle("picked", row.dataset.ref === selected);
  }
  const row = explore.querySelector("tr.picked"), fold = explore.querySelector(".card details.parts");
  if (selected && featureOf(selected) && picked !== selected && unsought !== selected) {
    if (fold instanceof HTMLDetailsElement) fold.open = true;
    row?.scrollIntoView({ block: "nearest" });
  }
  picked = row ? selected : null;
}

/**
 * @param {string} id
 * @param {string | null} selected
 */
function openCard(id, selected) {
  const before = one(".card", explore), isStart = opened === undefined;
  opened = id;
  if (isStart) unsought = selected;
  if (before.dataset.of === id) return;
  const hadFocus = before.contains(document.activeElement);
  before.remove();
  markRows(id);
  const card = id ? make("section", { className: "card" }) : welcome;
  card.dataset.of = id;
  const row = rowOf(id);
  if (row) unfold(row);
  (row ?? one(".below", explore)).append(card);
  if (hadFocus) {
    (rowOf(before.dataset.of ?? "") ?? one(".atlas-list", explore)).querySelector("button")?.focus();
  }
  if (!id) return;
  // A page begins at its top where the card is seen from there. In a small window the card needs the row's height.
  const bring = () => (row && isStart && isSeen(row)) || bringUp(isSmall() ? card : row ?? card, isStart);
  bring();
  // The text may come later than the row, and only then the card is as long as it is.
  showText(card, pathOf(id), () => {
    pick(state()?.selected ?? selected);
    bring();
    focusTitle();
  });
}

/** Bring the open card into view again, where the list was away. */
export function bringUpCard() {
  if (opened) bringUp(rowOf(opened) ?? one(".card", explore), true);
  focusTitle();
}

/**
 * @param {string} id
 * @returns {HTMLElement | null}
 */
const rowOf = (id) => id ? explore.querySelector(`li.row[data-row="${CSS.escape(id)}"]`) : null;

/**
 * Return where the text of a card is kept.
 * @param {string} id
 */
function pathOf(id) {
  const of = placeOf(id);
  return of ? `places/${of}` : `cards/${id}`;
}

/**
 * Say whether the beginning of a row's card is in the window.
 * @param {Element} row
 */
const isSeen = (row) => one(".line", row).getBoundingClientRect().bottom + BEGINNING < innerHeight;

/** @param {string} id */
function markRows(id) {
  for (const row of all("li.row", explore)) {
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
  if (isReturning()) return;
  const still = isSudden || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
