/* What is done where a component of Streamlit is shown, and Python is told. */

/** @import { Component, Deed } from "./types.d.ts" */

/** The deeds that Python has not confirmed. @type {WeakMap<HTMLElement, Deed[]>} */
const waiting = new WeakMap();
let last = 0;

/**
 * Return how to tell Python of a deed. A value that is set while a run is under way may get lost: each deed has a
 * number that grows, also over a component that comes back, and is told again until Python has confirmed it.
 * @param {Component<{ heard: number }>} component
 * @returns {(name: string, value: unknown) => number} which returns the number of the deed
 */
export function teller({ data, parentElement, setStateValue }) {
  waiting.set(parentElement, unconfirmed(waiting.get(parentElement) ?? [], data.heard));
  return (name, value) => {
    last = Math.max(last + 1, Date.now());
    const deeds = [...(waiting.get(parentElement) ?? []), /** @type {Deed} */ ([last, name, value])];
    waiting.set(parentElement, deeds);
    setStateValue("deeds", deeds);
    return last;
  };
}

/**
 * @param {Deed[]} deeds
 * @param {number} heard the number of the last one that was done
 */
const unconfirmed = (deeds, heard) => deeds.filter(([number]) => number > heard);
