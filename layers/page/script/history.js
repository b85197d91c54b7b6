/* The browser's history. What a person does is a step of it, and Back shows again what was seen before; where the map
 * looked is kept with the step. A step is written when the address says what has come of it, which is later, and may be
 * in two pieces: the map's and Python's. */

import { differInLayersAlone, joined, split, stepOf, withoutTheme } from "./address.js";
import { holdScroll, lastScrolled, letScroll, scrolled, startScroll } from "./scroll.js";

/**
 * What the browser keeps with a step.
 * @typedef {{ id?: number, scroll?: number, isFromText?: boolean, isOver?: boolean, hasLayers?: boolean }} Step
 */
/** @typedef {"map" | "panels"} Part */

const BURST = 2000; // ms between layers that are switched one after another: Back undoes them together
const AGAIN = 1000; // ms until the browser is asked again that refused: WebKit takes 100 addresses in ten seconds

/** @type {Record<Part, { query?: string, until: number }>} until: the number of words that must have been heard */
const parts = { map: { until: 0 }, panels: { until: 0 } };
/** @type {Record<Part, (query: string) => number>} */
let ways;
/** Who has said what is shown. @type {Set<Part>} */
const spoken = new Set();
let isDeed = false; // a person has done something that is not in the history yet
let switched = -Infinity; // ms, when the step that is shown got its last layer
let scroll = 0; // px, where the text was then
let isOverShown = false; // what a step laid over the map lies there still
/** What is kept with the step that is shown; the browser has left it already when Back is heard. @type {Step} */
let own = {};
let current = 0; // the id of the step that is shown
/** Where the text was in steps that were left by Back or Forward, by id. @type {Map<number, number>} */
const left = new Map();
/** @type {Set<(step: Step) => void>} */
const followers = new Set();

/**
 * Follow Back and Forward.
 * @param {string | undefined} asked the panels' part of the address, before they have spoken
 * @param {(query: string) => number} toMap shows what it names, and returns the number of these words
 * @param {(query: string) => number} toPanels
 */
export function startHistory(asked, toMap, toPanels) {
  parts.panels.query = asked;
  ways = { map: toMap, panels: toPanels };
  history.scrollRestoration = "manual";
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, markDeed, { capture: true });
  addEventListener("popstate", goBack);
  startScroll((top) => replace({ ...kept(), scroll: top }, location.href)); // for a reload
  current = kept().id ?? 0;
  own = kept();
  if (own.scroll) holdScroll(own.scroll, () => spoken.size === 2);
}

/** A person does something: what the address says next is a new step. */
export function markDeed() {
  isDeed = true;
  letScroll();
  scroll = scrolled();
}

/** What the browser keeps with the step that is shown. @returns {Step} */
const kept = () => history.state ?? {};

/**
 * Call at every step, and at once.
 * @param {(step: Step) => void} follow
 */
export function onStep(follow) {
  followers.add(follow);
  follow(kept());
}

/**
 * A step that begins at once: a link in a text may move nothing but the view, and another panel comes later than Back
 * can be pressed.
 * @param {boolean} isFromText whether a text goes away, so that a way back to it is shown
 */
export function beginStep(isFromText) {
  push({ isFromText }, location.href);
}

/** Something lies over the map now: a step of its own, which Back takes away. */
export function openOver() {
  push({ isOver: true }, location.href);
  isOverShown = true;
}

/** It was taken away by hand: its step shows nothing of its own any more. */
export const closeOver = () => void (isOverShown = false);

/**
 * Take up a part of the address. Before the map has spoken it stays as it was asked for.
 * @param {Part} part
 * @param {string | undefined} query
 * @param {number} heard the number of the last words that have been heard: older ones turn nothing back
 */
export function name(part, query, heard) {
  spoken.add(part);
  if (heard < parts[part].until) return;
  parts[part] = { query, until: 0 };
  if (spoken.has("map")) write();
}

/** What the panels are to show and have not said that they do. */
export const unheardByPanels = () => (parts.panels.until ? parts.panels.query : undefined);

/**
 * The words that bring a step back have this number.
 * @param {Part} part
 * @param {number} number
 */
export const wait = (part, number) => void (parts[part].until = number);

function write() {
  const next = joined(location.pathname, [parts.map.query, parts.panels.query]);
  if (next === location.search || (next === location.pathname && !location.search)) return;
  if (!isDeed || stepOf(next) === stepOf(location.search)) return replace(kept(), next);
  const isSwitch = differInLayersAlone(location.search, next), now = performance.now();
  if (isSwitch && (now - switched < BURST || isOverShown)) { // what lies over the map is where they are switched
    isDeed = false;
    replace({ ...kept(), hasLayers: true }, next);
    own = kept();
  } else push({}, next);
  if (isSwitch) switched = now;
}

/**
 * @param {Step} step
 * @param {string} address
 */
function push(step, address) {
  isDeed = false;
  switched = -Infinity;
  if (isEmpty()) replace({ ...step, id: current }, address);
  else if (!pushAfter(step, address)) isDeed = true;
  own = kept();
  for (const follow of followers) follow(kept());
}

/** Whether the step that is shown differs in nothing from the one before it. */
const isEmpty = () => own.isOver && !isOverShown && !own.hasLayers;

/**
 * @param {Step} step
 * @param {string} address
 */
function pushAfter(step, address) {
  replace({ ...kept(), id: current, scroll }, location.href);
  left.delete(current);
  const id = current + 1;
  left.delete(id);
  const isPushed = allowed(() => history.pushState({ ...step, id }, "", address));
  if (isPushed) current = id;
  return isPushed;
}

/**
 * @param {Step} step
 * @param {string} address
 */
const replace = (step, address) => void allowed(() => history.replaceState(step, "", address));

/**
 * Say whether the browser did it; if not, what is to be written is written later.
 * @param {() => void} change
 */
function allowed(change) {
  try {
    change();
    return true;
  } catch {
    setTimeout(write, AGAIN);
    return false;
  }
}

/** Show what the address says now; a part that does not hear yet takes it up when it does. */
function goBack() {
  isDeed = false;
  switched = -Infinity;
  left.set(current, lastScrolled());
  const wasEmpty = isEmpty(), from = current;
  current = kept().id ?? 0;
  own = kept();
  isOverShown = false;
  if (wasEmpty && current === from - 1) return history.back(); // one press, one thing that is seen
  const [ofMap, ofPanels] = split(location.search);
  parts.map = { query: ofMap, until: ways.map(withoutTheme(ofMap)) };
  parts.panels = { query: ofPanels, until: ways.panels(ofPanels) };
  const scroll = left.get(current) ?? kept().scroll ?? 0;
  replace({ ...kept(), scroll }, location.href);
  holdScroll(scroll, () => !parts.map.until && !parts.panels.until);
  for (const follow of followers) follow(kept());
}
