/* The browser's history. What a person does is a step of it, and Back shows again what was seen before; where the map
 * looked is kept with the step. A step is written when the address says what has come of it, which is later, and may be
 * in two pieces: the map's and Python's. */

import { joined, split, stepOf, withoutTheme } from "./address.js";
import { holdScroll, lastScrolled, onScrollRest, scrolled } from "./scroll.js";

/**
 * What the browser keeps with a step.
 * @typedef {{ id?: number, scroll?: number, isFromText?: boolean, isOver?: boolean }} Step
 */
/** @typedef {"map" | "panels"} Part */

const AGAIN = 1000; // ms until the browser is asked again that refused: WebKit takes 100 addresses in ten seconds

/** @type {Record<Part, { query?: string, until: number }>} until: the number of words that must have been heard */
const parts = { map: { until: 0 }, panels: { until: 0 } };
/** @type {Record<Part, (query: string) => number>} */
let ways;
let mapHasSpoken = false;
let isDeed = false; // a person has done something that is not in the history yet
let scroll = 0; // px, where the text was then
let isOverStep = false, isOverShown = false; // the step is of what lies over the map; it lies there still
let current = 0; // the id of the step that is shown
/** Where the text was in steps that were left by Back or Forward, by id. @type {Map<number, number>} */
const left = new Map();
/** @type {Set<(step: Step) => void>} */
const followers = new Set();

/**
 * Follow Back and Forward.
 * @param {(query: string) => number} toMap shows what it names, and returns the number of these words
 * @param {(query: string) => number} toPanels
 */
export function startHistory(toMap, toPanels) {
  ways = { map: toMap, panels: toPanels };
  history.scrollRestoration = "manual";
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, markDeed, { capture: true });
  addEventListener("popstate", goBack);
  onScrollRest((top) => replace({ ...kept(), scroll: top }, location.href)); // for a reload
  current = kept().id ?? 0;
  isOverStep = Boolean(kept().isOver);
  if (kept().scroll) holdScroll(kept().scroll ?? 0, () => mapHasSpoken);
}

/** A person does something: what the address says next is a new step. */
export function markDeed() {
  isDeed = true;
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
 * A link in a text leads away: a step that begins at once, for it may move nothing but the view.
 * @param {boolean} isFromText whether the text goes away too, so that a way back to it is shown
 */
export function leaveText(isFromText) {
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
  mapHasSpoken ||= part === "map";
  if (heard < parts[part].until) return;
  parts[part] = { query, until: 0 };
  if (mapHasSpoken) write();
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
  if (isDeed && stepOf(next) !== stepOf(location.search)) push({}, next);
  else replace(kept(), next);
}

/**
 * @param {Step} step
 * @param {string} address
 */
function push(step, address) {
  isDeed = false;
  if (isEmpty()) replace({ ...step, id: current }, address);
  else pushAfter(step, address);
  isOverStep = Boolean(step.isOver);
  for (const follow of followers) follow(kept());
}

/** Whether the step that is shown differs in nothing from the one before it. */
const isEmpty = () => isOverStep && !isOverShown;

/**
 * @param {Step} step
 * @param {string} address
 */
function pushAfter(step, address) {
  replace({ ...kept(), id: current, scroll }, location.href);
  left.delete(current);
  left.delete(current += 1);
  allowed(() => history.pushState({ ...step, id: current }, "", address));
}

/**
 * @param {Step} step
 * @param {string} address
 */
const replace = (step, address) => allowed(() => history.replaceState(step, "", address));

/** @param {() => void} change */
function allowed(change) {
  try {
    change();
  } catch {
    setTimeout(write, AGAIN);
  }
}

/** Show what the address says now; a part that does not hear yet takes it up when it does. */
function goBack() {
  isDeed = false;
  left.set(current, lastScrolled());
  const wasEmpty = isEmpty(), from = current;
  current = kept().id ?? 0;
  isOverStep = Boolean(kept().isOver);
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
