/* What is done where a component of Streamlit is shown, and Python is told. */

import { onReturn } from "./connection.js";

/** @import { Component, Deed } from "./types.d.ts" */

/** The deeds that Python has not confirmed. @type {WeakMap<HTMLElement, Deed[]>} */
const waiting = new WeakMap();
/** How each component tells of them again. @type {Map<HTMLElement, () => void>} */
const tellers = new Map();
let last = 0, turns = 0;
// What Python has not confirmed after so many ms is told once more, so often at most.
const AGAIN = 2000, TRIES = 3;

/**
 * Return how to tell Python of a deed. A value that is set while a run is under way may get lost: each deed has a
 * number that grows, also over a component that comes back, and is told again until Python has confirmed it.
 * @param {Component<{ heard: number }>} component
 * @returns {(name: string, value: unknown) => number} which returns the number of the deed
 */
export function teller({ data, parentElement, setStateValue }) {
  waiting.set(parentElement, unconfirmed(waiting.get(parentElement) ?? [], data.heard));
  const send = (/** @type {number} */ number, tries = TRIES) => {
    const deeds = waiting.get(parentElement) ?? [];
    if (!tries || !parentElement.isConnected || !deeds.some(([one]) => one === number)) return;
    setStateValue("deeds", [...deeds, anew()]);
    setTimeout(() => send(number, tries - 1), AGAIN);
  };
  for (const place of tellers.keys()) if (!place.isConnected) tellers.delete(place);
  tellers.set(parentElement, () => send(waiting.get(parentElement)?.at(-1)?.[0] ?? 0));
  return (name, value) => {
    last = Math.max(last + 1, Date.now());
    waiting.set(parentElement, [...(waiting.get(parentElement) ?? []), [last, name, value]]);
    send(last);
    return last;
  };
}

/** No deed, but a value that differs: a new session of the server takes what it is told first for no change. */
const anew = () => [0, "", turns += 1];

// What was done while nobody heard.
onReturn(() => tellers.forEach((tell) => tell()));

/**
 * @param {Deed[]} deeds
 * @param {number} heard the number of the last one that was done
 */
const unconfirmed = (deeds, heard) => deeds.filter(([number]) => number > heard);
