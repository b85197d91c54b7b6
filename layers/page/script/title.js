/* The window's title says what is seen: on the map, or in the panel beside it. */

import { one } from "./dom.js";

const ATLAS = "Corridor Atlas";

let ofMap = "", ofPanel = "";
let isTour = false;

/** Keep the title: the framework writes its own at every run. */
export function startTitle() {
  new MutationObserver(entitle).observe(one("title"), {
    childList: true,
    characterData: true,
    subtree: true,
  });
}

/**
 * @param {string} title
 * @param {boolean} isPresented the map has the whole window
 */
export function titleMap(title, isPresented) {
  [ofMap, isTour] = [title, isPresented];
  entitle();
}

/** @param {string} title empty where the panel shows what the map does */
export function titlePanel(title) {
  ofPanel = title;
  entitle();
}

function entitle() {
  const title = [isTour ? ofMap : ofPanel || ofMap, ATLAS].filter(Boolean).join(" · ");
  if (document.title !== title) document.title = title;
}
