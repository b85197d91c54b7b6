/* The list of layers: it stands in the index page, and follows the map's state. */

import { follow, startBoxes } from "./boxes.js";
import { bringUpCard, followSelected } from "./card.js";
import { teller } from "./component.js";
import { explore, moveInto } from "./front.js";
import { on, send } from "./link.js";

/** @import { Component, Tell } from "./types.d.ts" */

/** Tells Python, once the list is where the framework wants it. @type {Tell | undefined} */
let tell;
/** What Python could not be told yet. @type {Parameters<Tell>[]} */
const untold = [];

/** @type {Tell} */
export function tellPython(name, value) {
  if (tell) tell(name, value);
  else untold.push([name, value]);
}

/** @param {Component<{ heard: number }>} component */
export function list(component) {
  tell = teller(component);
  const isBack = !explore.isConnected;
  moveInto(component.parentElement, explore);
  if (isBack) requestAnimationFrame(bringUpCard);
  for (const [name, value] of untold.splice(0)) tell(name, value);
  return () => {};
}

/** Follow the map as soon as it speaks, and tell it whether the list with its card is to be seen. */
export function startList() {
  startBoxes();
  new IntersectionObserver(([{ isIntersecting }]) => send({ list: isIntersecting })).observe(explore);
  on(({ layers, selected }) => {
    follow(layers);
    followSelected(selected);
  });
}
