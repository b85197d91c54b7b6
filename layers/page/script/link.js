/* The link to the map, which draws itself in a sandboxed frame: words to it, and its words to all. */

import { one } from "./dom.js";
import { startFramework } from "./framework.js";
import { markDeed, name } from "./history.js";
import { say } from "./status.js";
import { wear } from "./theme.js";
import { titleMap } from "./title.js";

/** @import { Hearer, MapState, Word } from "./types.d.ts" */

export const frame = /** @type {HTMLIFrameElement} */ (one("#atlas-map"));

/** @type {Set<Hearer>} */
const hearers = new Set();
/** @type {Word | undefined} */
let last;

/** What the map shows, once it has spoken. */
export const state = () => last?.atlas;

/**
 * `delta` a change of the map's state, `fit` where to go, `key` what was pressed here, `light` a leg, `again` what an
 * address says, `focus` that the map is to have it.
 * @typedef {{ delta?: Partial<MapState> & { routes?: unknown }, stay?: boolean, fit?: string, key?: string,
 *   light?: string | null, again?: string, ask?: "state", legend?: string, list?: boolean, focus?: true }} Words
 */

/** What was done before the map could hear: the list stands there earlier. @type {(() => void)[]} */
const unheard = [];
let count = 0;

/**
 * Tell the map, as soon as it hears, and return the number of these words; what depends on what it shows then is a
 * function.
 * @param {Words | (() => Words)} words
 */
export function send(words) {
  const number = ++count;
  const tell = () => post({ ...(typeof words === "function" ? words() : words), number });
  if (last) tell();
  else unheard.push(tell);
  return number;
}

/** Return the number of the last words that the map had heard when it spoke. */
export const heard = () => last?.heard ?? 0;

/** @param {Words & { number?: number }} words */
const post = (words) => frame.contentWindow?.postMessage(words, "*");

/**
 * Call at every word of the map, and at once with its last one; return what ends it.
 * @param {Hearer} hear
 */
export function on(hear) {
  hearers.add(hear);
  if (last) hear(last.atlas);
  return () => void hearers.delete(hear);
}

/** What ends the hearing, by where a component stands. @type {WeakMap<HTMLElement, () => void>} */
const ends = new WeakMap();

/**
 * The same for a component that is shown again at every run: once for the place where it stands.
 * @param {HTMLElement} place
 * @param {Hearer} hear
 */
export function onAt(place, hear) {
  if (!ends.has(place)) ends.set(place, on(hear));
  return () => {
    ends.get(place)?.();
    ends.delete(place);
  };
}

/**
 * Say whether the map has sent this message. It is sandboxed, its origin "null": only the source tells.
 * @param {MessageEvent} message
 */
export const isOfMap = ({ source }) => source === frame.contentWindow;

/** Listen to the map. */
export function startLink() {
  addEventListener("message", (message) => {
    if (isOfMap(message) && message.data?.atlas) hear(message.data);
  });
  post({ ask: "state" }); // the map may have spoken before we listened
}

/** @param {Word} word */
function hear(word) {
  if (last && word.deeds > last.deeds) markDeed();
  last = word;
  if (word.ready) startFramework();
  name("map", word.query, heard());
  titleMap(word.title, Boolean(word.atlas.tour) && !word.atlas.exploring);
  wear(word.atlas.theme);
  if (word.said) say(word.said);
  for (const hearer of hearers) hearer(word.atlas);
  for (const tell of unheard.splice(0)) tell();
}
