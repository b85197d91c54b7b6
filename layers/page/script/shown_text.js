/* A text in its place: shown when it is here, with the claims in it taken out of their layers' cards. */

// @ts-types="./idiomorph.d.ts"
import { Idiomorph } from "../vendor/idiomorph.js";

import { onReturn } from "./connection.js";
import { all, make, one } from "./dom.js";
import { heldText, packOf, textOf } from "./texts.js";

const WAIT = "<p class='wait'>Fetching the text …</p>";
const FAILED = "<p class='wait'>The text could not be fetched. <button type='button'>Try again</button></p>";

/** What each place is to show: a path or HTML. @type {WeakMap<HTMLElement, string>} */
const wanted = new WeakMap();

/**
 * From now on the place is the atlas's own, in which a press means what it says, whatever comes to stand there.
 * @param {HTMLElement} place
 * @param {string} what a path or HTML
 */
function want(place, what) {
  wanted.set(place, what);
  place.dataset.atlas = "";
}

/**
 * Show a text in a place, at once if it is here; call when it stands there, unless another was wanted meanwhile.
 * @param {HTMLElement} place
 * @param {string} path "folder/name"
 * @param {() => void} [then]
 */
export function showText(place, path, then = () => {}) {
  if (wanted.get(place) === path) return;
  want(place, path);
  const html = heldText(path);
  if (html !== undefined) stand(place, html, then);
  else fetchInto(place, path, then);
}

/**
 * Fetch the text of a fold when it is opened first, which [data-text] names; call when it stands there.
 * @param {() => void} then
 */
export function startFolds(then) {
  document.addEventListener("toggle", ({ target }) => {
    const fold = target instanceof HTMLDetailsElement && target.open && target.closest("[data-atlas]") &&
      target;
    if (fold && fold.dataset.text) showText(one("div", fold), fold.dataset.text, then);
  }, { capture: true });
}

/**
 * Show this HTML in a place; the same again would lose focus and scroll.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function showHtml(place, html) {
  if (wanted.get(place) === html) return;
  want(place, html);
  stand(place, html, () => {});
}

/**
 * Show this HTML in a place by changing only what differs: the focus, what is scrolled and what was unfolded stay.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function changeHtml(place, html) {
  if (!wanted.has(place)) return showHtml(place, html);
  want(place, html); // the same again undoes what a press has shown in advance
  Idiomorph.morph(place, html, {
    morphStyle: "innerHTML",
    callbacks: { beforeAttributeUpdated: (name, { tagName }) => name !== "open" || tagName !== "DETAILS" },
  });
  fillClaims(place);
}

/**
 * Whether a place shows this HTML.
 * @param {HTMLElement} place
 * @param {string} html
 */
export const isShown = (place, html) => wanted.get(place) === html;

/**
 * @param {HTMLElement} place
 * @param {string} path
 * @param {() => void} then
 */
async function fetchInto(place, path, then) {
  place.innerHTML = WAIT;
  const html = await textOf(path).catch(() => undefined);
  if (wanted.get(place) !== path) return;
  if (html !== undefined) stand(place, html, then);
  else offerAgain(place, () => fetchInto(place, path, then));
}

/**
 * Say that a text could not be fetched; it is again when it is asked for, or when the server is back.
 * @param {HTMLElement} place
 * @param {() => void} again
 */
function offerAgain(place, again) {
  place.innerHTML = FAILED;
  one("button", place).addEventListener("click", again);
}

onReturn(() => all(".wait button").forEach((button) => button.click()));

/**
 * @param {HTMLElement} place
 * @param {string} html
 * @param {() => void} then
 */
function stand(place, html, then) {
  place.innerHTML = html;
  fillClaims(place);
  then();
}

/** The cards as elements, to take claims from, by layer. @type {Map<string, HTMLTemplateElement>} */
const cards = new Map();

/**
 * Put each claim into its place: at once if the cards are here, and say so where they are late or cannot come.
 * @param {HTMLElement} place
 */
async function fillClaims(place) {
  const empty = all("[data-claim]", place).filter((slot) => !fill(slot));
  const firsts = empty.filter((slot, n) => slot.parentElement !== empty[n - 1]?.parentElement);
  for (const slot of firsts) slot.innerHTML = WAIT;
  const isHere = !empty.length || await packOf("cards").then(() => true, () => false);
  if (isHere) return empty.forEach(fill);
  for (const slot of firsts) offerAgain(slot, () => fillClaims(place));
}

/**
 * Fill the place of one claim; say whether its card is here.
 * @param {HTMLElement} slot
 */
function fill(slot) {
  const [layer, claim] = (slot.dataset.claim ?? "").split("/");
  const html = heldText(`cards/${layer}`);
  if (html === undefined) return false;
  const card = cards.get(layer) ?? make("template", { innerHTML: html });
  cards.set(layer, card);
  const words = card.content.querySelector(`#claim-${CSS.escape(claim)} > .claim`);
  if (words) slot.replaceChildren(words.cloneNode(true));
  return true;
}
