/* The routes panel: it tells the map what to draw, and lights a leg on the strip and on the map alike. */

import { teller } from "./component.js";
import { copyAll } from "./copying.js";
import { all, offered, one } from "./dom.js";
import { showPanels } from "./head.js";
import { markDeed } from "./history.js";
import { isOfMap, onAt, send } from "./link.js";
import { isReturning } from "./scroll.js";
import { changeHtml } from "./shown_text.js";

/** @import { Component, Tell } from "./types.d.ts" */

/** @type {{ place: HTMLElement, tell: Tell } | undefined} */
let own;
/** What the map draws, as JSON. @type {string | null} */
let shown = null;
let stay = saysWhereToLook();
let isStoryBegun = false;
/** Whether the answer that comes was asked for above the place where it stands. */
let isSaidSought = false;

/** @param {Component<{ html: string, shown: unknown, heard: number }>} component */
export function routes(component) {
  const { data, parentElement } = component;
  own = { place: parentElement, tell: teller(component) };
  show(parentElement, data.html);
  draw(data.shown);
  const end = onAt(parentElement, ({ lit }) => light(parentElement, lit));
  return () => {
    end();
    shown = null;
    send({ delta: { routes: null } });
  };
}

/**
 * Show the answer. What had the focus may be gone with what was closed or opened: then it goes to what is said.
 * @param {HTMLElement} place
 * @param {string} html
 */
function show(place, html) {
  const hadFocus = place.contains(document.activeElement), before = saidIn(place);
  changeHtml(place, html);
  if (isSaidSought && saidIn(place) !== before) {
    isSaidSought = false;
    one(".said", place).scrollIntoView({ block: "nearest" });
  }
  const story = isStoryBegun && place.querySelector(".story");
  if (story) {
    isStoryBegun = false;
    story.scrollIntoView({ block: "center" });
    one(".story button:last-child", place).focus({ preventScroll: true });
  } else if (hadFocus && !place.contains(document.activeElement)) {
    one(".said", place).focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} place */
const saidIn = (place) => place.querySelector(".said")?.textContent;

/** A link that names a view is followed to that view, not to the route. */
function saysWhereToLook() {
  const asked = new URLSearchParams(location.search);
  return asked.get("panel") === "routes" && asked.has("view");
}

/** @param {unknown} wanted */
function draw(wanted) {
  const text = JSON.stringify(wanted);
  if (text !== shown) send({ delta: { routes: wanted }, stay: stay || isReturning() });
  shown = text;
  stay = false;
}

/**
 * @param {HTMLElement} place
 * @param {string | null | undefined} leg
 */
function light(place, leg) {
  for (const part of all("[data-leg]", place)) {
    part.classList.toggle("lit", Boolean(leg) && part.dataset.leg === leg);
  }
}

/** The leg that the pointer or the focus was on last. @type {string | undefined} */
let touched;

/** @param {Event} event */
function touch(event) {
  const leg = offered(event, ".routes [data-leg]")?.dataset.leg;
  if (!own || leg === touched) return;
  touched = leg;
  send({ light: leg ?? null });
}

// What the map's cards ask: to close or open a thing again, to start or end at a place or to pass it.
const DEEDS = ["close", "open", "from", "to", "via", "unvia"];

/** @param {MessageEvent} message */
function hearDeed(message) {
  const { data } = message;
  if (!isOfMap(message) || data === null || typeof data !== "object") return;
  const asked = DEEDS.filter((deed) => typeof data[deed] === "string");
  if (!asked.length) return;
  markDeed();
  if (own?.place.isConnected) { for (const deed of asked) own.tell(deed, data[deed]); }
  else showPanels(routesOf(Object.fromEntries(asked.map((deed) => [deed, data[deed]]))));
}

/**
 * Return what asks for the routes between these ends, and between the usual ones where none is named.
 * @param {Record<string, string>} ends
 */
const routesOf = (ends) => new URLSearchParams({ panel: "routes", ...ends }).toString();

/**
 * Select the answer's text, and copy it where the browser lets us.
 * @param {HTMLElement} button
 */
function copy(button) {
  const answer = one("pre", button.parentElement ?? undefined);
  getSelection()?.selectAllChildren(answer);
  copyAll([answer], button);
}

/** The ways side by side stand below them all. */
function compare() {
  const title = one(".routes .compare h4", own?.place);
  title.scrollIntoView({ block: "start" });
  title.focus({ preventScroll: true });
}

/**
 * A switch looks pressed at once, and Python is asked.
 * @param {HTMLElement} button
 * @param {string} ask
 */
function press(button, ask) {
  if (button.role === "radio") {
    for (const one of all("[role=radio]", button.parentElement ?? undefined)) one.ariaChecked = "false";
    button.ariaChecked = "true";
    isStoryBegun = ask.startsWith("story:");
    own?.tell("ask", ask);
    return;
  }
  const state = button.hasAttribute("aria-expanded") ? "ariaExpanded" : "ariaPressed";
  const isOn = button[state] !== "true";
  button[state] = String(isOn);
  isSaidSought = Boolean(button.closest(".what-if"));
  own?.tell("ask", `${ask}=${isOn ? "on" : "off"}`);
}

/** @param {Event} event */
function click(event) {
  const button = offered(event, ".routes button");
  if (!button || !own) return;
  const { ask, close, reopen, unvia, step, copy: copied, compare: compared } = button.dataset;
  if (ask) press(button, ask);
  if (close) own.tell("close", close);
  if (reopen) own.tell("open", reopen);
  if (unvia) own.tell("unvia", unvia);
  if (step) own.tell("step", Number(step));
  if (copied !== undefined) copy(button);
  if (compared !== undefined) compare();
}

/**
 * The year beside the slider moves with it.
 * @param {Event} event
 */
function slide(event) {
  const slider = /** @type {HTMLInputElement | null} */ (offered(event, "[data-year]"));
  if (slider) one(".now", slider.parentElement ?? undefined).textContent = slider.value;
}

/** @param {Event} event */
function setYear(event) {
  const slider = /** @type {HTMLInputElement | null} */ (offered(event, "[data-year]"));
  if (slider) own?.tell("ask", `year:${slider.value}`);
}

const STEPS = /** @type {Record<string, number>} */ ({
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
});

/**
 * Arrow keys go through the buttons of a choice, as in any group of radio buttons.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const button = offered(event, ".routes [role=radio]"), by = STEPS[event.key];
  if (!button || !by) return;
  event.preventDefault();
  const group = all("[role=radio]", button.parentElement ?? undefined);
  group[(group.indexOf(button) + by + group.length) % group.length].focus();
}

/** Listen to pointer, focus, clicks and the map's cards. */
export function startRoutes() {
  document.addEventListener("pointerover", touch);
  document.addEventListener("focusin", touch);
  addEventListener("message", hearDeed);
  document.addEventListener("click", click);
  document.addEventListener("input", slide);
  document.addEventListener("change", setYear);
  document.addEventListener("keydown", walk);
}
