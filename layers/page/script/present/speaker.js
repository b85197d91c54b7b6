/* The speaker's window, opened and held here, for this window outlives a reload of the map. */

import { all } from "../dom.js";
import { frame, isOfMap, send } from "../link.js";

/** @import { MapState } from "../types.d.ts" */

/** @type {Window | null} */
let speaker = null;

/** Open the window, or bring the open one to the front; where the browser forbids it, the panel says so. */
export function openSpeaker() {
  speaker = open(`${frame.dataset.src}#speaker=1`, "atlas-speaker", "popup,width=960,height=720") ?? speaker;
  for (const line of all(".present .blocked")) line.hidden = Boolean(speaker);
}

/**
 * Tell the speaker what the audience sees.
 * @param {Partial<MapState>} state
 */
export function tellSpeaker({ tour, step, exploring }) {
  if (tour !== undefined) speaker?.postMessage({ audience: { tour, step, exploring } }, "*");
}

/**
 * Listen to the speaker's windows; a window that speaks for the first time is told the state.
 * @param {() => Partial<MapState>} state
 */
export function startSpeaker(state) {
  // Sandboxed windows have no origin to check: only the map, and windows that this one opened, are heard.
  addEventListener("message", (message) => {
    const { source, data } = message;
    if (!data?.speaker) return;
    if (isOfMap(message) && data.speaker === "open") {
      openSpeaker();
      return;
    }
    const sender = /** @type {Window | null} */ (source);
    if (sender?.opener !== window) return;
    speaker = sender;
    if (data.speaker === "key" && typeof data.key === "string") send({ key: data.key });
    tellSpeaker(state());
  });
}
