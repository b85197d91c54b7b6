/* The reading panel: it goes to a paragraph, and lights the names of the place that the map shows. */

import { placeOf, placeRef } from "../../map/script/reference.js";
import { goToCard } from "./card.js";
import { teller } from "./component.js";
import { all, isElsewhere, make, offered, one } from "./dom.js";
import { beginStep } from "./history.js";
import { onAt, send, state } from "./link.js";
import { changeHtml, isShown, showText } from "./shown_text.js";

/** @import { Component, Tell } from "./types.d.ts" */

/** @type {{ place: HTMLElement, tell: Tell } | undefined} */
let own;
/** The id of the paragraph that is to come: the one that the address asks for. @type {string | null} */
let goal = askedParagraph();

/**
 * Show a text of this state of the atlas, or one that depends on what was asked.
 * @param {Component<{ fragment?: string, html?: string, named?: string[], heard: number }>} component
 */
export function text(component) {
  const { data, parentElement } = component;
  own = { place: parentElement, tell: teller(component) };
  if (data.fragment) showText(parentElement, data.fragment, arrive);
  else if (!isShown(parentElement, data.html ?? "")) changeHtml(parentElement, data.html ?? "");
  mark(data.named ?? []);
  reachGoal();
  const end = onAt(parentElement, ({ selected }) => light(placeOf(selected)));
  return () => {
    end();
    mark([]);
  };
}

/** What the map marks. */
let marked = "";

/**
 * Mark on the map the places that the claims shown are about.
 * @param {string[]} refs
 */
function mark(refs) {
  if (refs.join() !== marked) send({ delta: { named: refs } });
  marked = refs.join();
}

/** Do what waits for the text. */
function arrive() {
  reachGoal();
  light(placeOf(state()?.selected ?? null));
}

function askedParagraph() {
  const asked = new URLSearchParams(location.search), paragraph = asked.get("paragraph");
  return paragraph && `p-${asked.get("essay")}-${paragraph}`;
}

function reachGoal() {
  const passage = goal && document.getElementById(goal);
  if (!passage) return;
  goal = null;
  passage.scrollIntoView({ block: "start" });
  passage.classList.add("sought");
}

/**
 * Go to the paragraph "essay:number", which another panel holds, or this one.
 * @param {string} ref
 * @param {Tell} tell of the list, where this panel is not shown
 */
export function readAt(ref, tell) {
  goal = "p-" + ref.replace(":", "-");
  if (own?.place.isConnected) own.tell("read", ref);
  else tell("read", ref);
}

/**
 * Show a thing on the map and open its card, also from the other panels.
 * @param {string} ref
 */
export function openCardOf(ref) {
  goToCard(ref);
  if (own?.place.isConnected) own.tell("card", ref);
}

/**
 * Light the place wherever the text names it.
 * @param {string | null} place
 */
function light(place) {
  for (const link of all("[data-fly].lit", own?.place)) link.classList.remove("lit");
  if (!place) return;
  for (const link of all(`[data-fly="${CSS.escape(place)}"]`, own?.place)) link.classList.add("lit");
}

/**
 * Offer below the name that was picked the way to all that the essays say of the place.
 * @param {HTMLElement} link
 */
function offerMore(link) {
  own?.place.querySelector(".more")?.remove();
  const ref = placeRef(link.dataset.fly ?? "");
  const more = make("a", { href: `?selected=${ref}`, textContent: `All on ${link.textContent}` });
  more.dataset.card = ref;
  const line = make("p", { className: "more" });
  line.append(more);
  link.closest("p, li, blockquote, .words")?.after(line);
}

/**
 * A verdict looks chosen at once, and Python is asked.
 * @param {string} verdict
 */
function press(verdict) {
  const button = one(`#verdict-${verdict}`);
  button.ariaPressed = String(button.ariaPressed !== "true");
  own?.tell("verdict", verdict);
}

/** Open cards by [data-card], anywhere on the page. */
export function startReading() {
  document.addEventListener("click", (event) => {
    const place = offered(event, ".reading [data-fly]");
    if (place && own?.place.contains(place) && !isElsewhere(event)) offerMore(place);
    const verdict = offered(event, "[data-verdict]")?.dataset.verdict;
    if (verdict) press(verdict);
    const link = offered(event, "[data-card]");
    if (!link || isElsewhere(event)) return;
    event.preventDefault();
    beginStep(true);
    openCardOf(link.dataset.card ?? "");
  });
}
