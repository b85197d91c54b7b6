/* The head of the side bar: title, search, status line. */

import { namePanels } from "./address.js";
import { one } from "./dom.js";
import { leaveFront, moveInto } from "./front.js";
import { startSearch } from "./search/box.js";
import { keepClear } from "./sidebar.js";
import { say } from "./status.js";
import { fetchAhead } from "./texts.js";
import { dress } from "./theme.js";

/** @import { Component } from "./types.d.ts" */
/** @typedef {{ said: string, asked: string }} Head */

const place = one(".atlas-head");
let said = "";

/** Until the framework has come, and all texts have been fetched ahead. @type {(fetched: unknown) => void} */
let resolve;
export const ahead = new Promise((done) => {
  resolve = done;
});

/** Make the search work. */
export const startHead = () => startSearch(place);

/** @param {Component<Head>} component */
export function head({ data, parentElement }) {
  namePanels(data.asked);
  if (data.said !== said) say(said = data.said);
  if (parentElement.contains(place)) return () => {};
  moveInto(parentElement, place);
  leaveFront();
  keepClear();
  dress();
  resolve(fetchAhead());
  return () => {};
}
