/* Presenting, the page's end: the side bar goes, keys pressed here go to the map, which owns the steps. */

import { isPlain } from "../../../map/script/dom.js";
import { letterOf } from "../../../map/script/letter.js";
import { backFor, keyFor } from "../../../map/script/tour/keys.js";
import { isTyped } from "../dom.js";
import { frame, on, send } from "../link.js";
import { isInSidebar } from "../sidebar.js";
import { openSpeaker, tellSpeaker } from "./speaker.js";

/** @import { MapState } from "../types.d.ts" */

const RERUN = "r"; // the framework's own shortcut, which would run the page again
/** What only the window that has the key may do. @type {Partial<Record<TourAction, () => void>>} */
const OWN = { fill: fillScreen, speaker: openSpeaker };

const root = document.documentElement;

/** @type {Partial<MapState>} */
let now = {};
// An address that names a step has the class from boot.js: keys count before the map has spoken.
let isPresented = root.classList.contains("presenting");
let isFocused = false;

/** What the map said last, with a tour that was started since. */
export const presented = () => now;

/** Follow the map's state, and take the keys before the framework does. */
export function startPresenting() {
  addEventListener("keydown", press, { capture: true });
  on(follow);
}

/**
 * Start a tour at once, so that the map is fitted into the whole window and no quick key is lost.
 * @param {string} tour
 */
export function startTour(tour) {
  root.classList.add("presenting");
  now = { ...now, tour };
  isPresented = true;
  send({ delta: { tour, step: 0, exploring: false } });
}

/** @param {MapState} state */
function follow(state) {
  const ended = state.tour ? null : now.tour;
  now = state;
  isPresented = Boolean(state.tour) && !state.exploring;
  root.classList.toggle("presenting", isPresented);
  if (isPresented && !isFocused) frame.focus();
  isFocused = isPresented;
  if (ended) focusStart(ended);
  tellSpeaker(now);
}

/** The focus goes back to where the tour was started, unless it has gone elsewhere. @param {string} tour */
function focusStart(tour) {
  const { activeElement } = document;
  if (activeElement !== frame && activeElement !== document.body) return;
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-tour="${tour}"]`))?.focus();
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (!isPlain(event) || isTyped(event)) return;
  const known = keyFor(event);
  const isRerun = letterOf(event) === RERUN;
  if (!(isPresented ? known || isRerun : now.tour && leadsBack(event))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const own = isPresented && known && OWN[known.does];
  if (own) own();
  else if (!isRerun) send({ key: letterOf(event) });
}

/**
 * Say whether the key ends the exploring; whoever reads turns the pages of the text with the same keys.
 * @param {KeyboardEvent} event
 */
function leadsBack(event) {
  const found = backFor(event);
  if (found?.shared) return event.target === document.body;
  return found && (letterOf(event) === "t" || !isInSidebar(event));
}

function fillScreen() {
  // An iPhone's browser has no such thing; the browser's own no is all there is to say.
  const asked = document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen?.();
  asked?.catch(() => {});
}
