/* The head of the side bar: title, search, status line. */

import { namePanels } from "./address.js";
import { atlasHead, moveInto } from "./front.js";
import { startSearch } from "./search/box.js";
import { keepClear } from "./sidebar.js";
import { say } from "./status.js";
import { fetchAhead } from "./texts.js";
import { dress } from "./theme.js";

/** @import { Component } from "./types.d.ts" */
/** @typedef {{ said: string, asked: string }} Head */

let said = "";
let isDressed = false;

/** Until the framework has come, and all texts have been fetched ahead. @type {(fetched: unknown) => void} */
let resolve;
export const ahead = new Promise((done) => {
  resolve = done;
});

/** Make the search work. */
export const startHead = () => startSearch(atlasHead);

/** @param {Component<Head>} component */
export function head({ data, parentElement }) {
  namePanels(data.asked);
  if (data.said !== said) say(said = data.said);
  moveInto(parentElement, atlasHead);
  if (!isDressed) begin();
  return () => {};
}

/** The framework is there: the page takes its place beside it. */
function begin() {
  isDressed = true;
  keepClear();
  dress();
  resolve(fetchAhead());
}
