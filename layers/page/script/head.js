/* The head of the side bar: title, search, status line; and the report to Python of what is selected. */

import { namePanels } from "./address.js";
import { one } from "./dom.js";
import { on, state } from "./link.js";
import { startSearch } from "./search/box.js";
import { keepClear } from "./sidebar.js";
import { sayIn } from "./status.js";
import { dress } from "./theme.js";

/** @import { Component, MapState, Tell } from "./types.d.ts" */
/** @typedef {{ html: string, known: string, asked: string }} Head `known`: what Python has heard of */

/** @type {WeakMap<HTMLElement, { tell: Tell, close: () => void }>} */
const heads = new WeakMap();

/** @param {Component<Head>} component */
export function head({ data, parentElement, setStateValue }) {
  namePanels(data.asked);
  const before = heads.get(parentElement);
  if (before) {
    before.tell = setStateValue;
    return before.close;
  }
  const own = { tell: setStateValue, close: () => {} };
  heads.set(parentElement, own);
  parentElement.innerHTML = data.html;
  sayIn(one("[role=status]", parentElement));
  const report = (/** @type {MapState} */ now) => own.tell("report", { ...now, view: null });
  own.close = reportSelected(data.known, report);
  startSearch(parentElement);
  reportAfterLoss(report);
  keepClear();
  dress();
  return own.close;
}

/**
 * Report the state when another thing is selected, on which alone Python's text depends.
 * @param {string} known
 * @param {(state: MapState) => void} report
 */
function reportSelected(known, report) {
  return on((now) => {
    const selected = now.selected ?? "";
    if (selected === known) return;
    known = selected;
    report(now);
  });
}

/**
 * After a lost connection Python learns what was done meanwhile.
 * @param {(state: MapState) => void} report
 */
function reportAfterLoss(report) {
  const app = one(".stApp");
  const watch = new MutationObserver(() => {
    const now = state();
    if (app.dataset.testConnectionState === "CONNECTED" && now) report(now);
  });
  watch.observe(app, { attributeFilter: ["data-test-connection-state"] });
}
