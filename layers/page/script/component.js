/* What stands where a component of Streamlit is shown: HTML that Python sends again at every run; and the deeds
 * done there, which Python is told. */

/** @import { Component, Deed, Tell } from "./types.d.ts" */

/** @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/**
 * Show the HTML; say whether it is another than before. The same again would lose focus and scroll.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function fill(place, html) {
  if (shown.get(place) === html) return false;
  shown.set(place, html);
  place.innerHTML = html;
  return true;
}

/** The deeds that Python has not confirmed. @type {WeakMap<HTMLElement, Deed[]>} */
const waiting = new WeakMap();
let last = 0;

/**
 * Return how to tell Python of a deed. A value that is set while a run is under way may get lost: each deed has a
 * number that grows, also over a component that comes back, and is told again until Python has confirmed it.
 * @param {Component<{ heard: number }>} component
 * @returns {Tell}
 */
export function teller({ data, parentElement, setStateValue }) {
  waiting.set(parentElement, unconfirmed(waiting.get(parentElement) ?? [], data.heard));
  return (name, value) => {
    last = Math.max(last + 1, Date.now());
    const deeds = [...(waiting.get(parentElement) ?? []), /** @type {Deed} */ ([last, name, value])];
    waiting.set(parentElement, deeds);
    setStateValue("deeds", deeds);
  };
}

/**
 * @param {Deed[]} deeds
 * @param {number} heard the number of the last one that was done
 */
const unconfirmed = (deeds, heard) => deeds.filter(([number]) => number > heard);
