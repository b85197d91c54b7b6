/* Presenting, the page's end: the side bar goes, and keys pressed here go to the map, which owns the steps. */

import { isCommand, isTyped } from "../dom.js";
import { frame, on, send } from "../link.js";
import { isInSidebar } from "../sidebar.js";
import { openSpeaker, tellSpeaker } from "./speaker.js";

/** @import { MapState } from "../types.d.ts" */

// The map's keys (layers/map/script/tour/steps.js), in small letters.
const KEYS = "arrowright arrowleft pagedown pageup home end . b n l d h ? c t escape".split(" ").concat(" ");
const BACK = ["t", "pagedown", "pageup"]; // while the class explores; a clicker has no T
const RERUN = "r"; // the framework's own shortcut, which would run the page again
/** What only the window that has the key may do. @type {Record<string, () => void>} */
const OWN = { f: fillScreen, s: openSpeaker };

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
  send({ delta: { tour, step: 0 } });
}

/** @param {MapState} state */
function follow(state) {
  now = state;
  isPresented = Boolean(state.tour) && !state.exploring;
  root.classList.toggle("presenting", isPresented);
  if (isPresented && !isFocused) frame.focus();
  isFocused = isPresented;
  tellSpeaker(now);
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (isCommand(event) || isTyped(event)) return;
  const key = event.key.toLowerCase();
  if (!(isPresented ? isKnown(key) : now.tour && leadsBack(key, event))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (key in OWN) OWN[key]();
  else if (key !== RERUN) send({ key: event.key });
}

/** @param {string} key */
const isKnown = (key) => KEYS.includes(key) || key in OWN || key === RERUN;

/**
 * Say whether the key ends the exploring; whoever reads turns the pages of the text with the same keys.
 * @param {string} key
 * @param {Event} event
 */
const leadsBack = (key, event) => BACK.includes(key) && (key === "t" || !isInSidebar(event));

function fillScreen() {
  const asked = document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen();
  asked.catch(() => {}); // the browser's own no is all there is to say
}
