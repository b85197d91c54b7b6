/* The address of the page: the map's part, which the map spells, and the panels' part, which Python does. */

import { WORDS } from "../../map/script/address_words.js";

// Where the map looks, and in which colours, changes all the time: that is no step of what a person does, and Back does
// not undo it alone.
const NO_STEP = ["view", "theme"];

/**
 * Return the address that names both parts.
 * @param {string} pathname
 * @param {(string | undefined)[]} queries
 */
export function joined(pathname, queries) {
  const query = queries.filter(Boolean).join("&");
  return query ? "?" + query : pathname;
}

/**
 * Return the map's part of an address, and the panels'.
 * @param {string} search
 * @returns {[ofMap: string, ofPanels: string]}
 */
export function split(search) {
  const isMaps = (/** @type {string} */ word) => WORDS.includes(word);
  return [only(search, isMaps), only(search, (word) => !isMaps(word))];
}

/**
 * Return what of an address makes a step of it.
 * @param {string} search
 */
export const stepOf = (search) => only(search, (word) => !NO_STEP.includes(word));

/**
 * Say whether two addresses are the same step but for the layers that are on.
 * @param {string} one
 * @param {string} other
 */
export function differInLayersAlone(one, other) {
  const [a, b] = [one, other].map(stepOf);
  return a !== b && withoutLayers(a) === withoutLayers(b);
}

/** @param {string} step */
const withoutLayers = (step) => only(step, (word) => word !== "layers");

/**
 * Return an address without the colours, which stay as they are where one goes back.
 * @param {string} search
 */
export const withoutTheme = (search) => only(search, (word) => word !== "theme");

/**
 * @param {string} search
 * @param {(word: string) => boolean} isWanted
 */
const only = (search, isWanted) =>
  search.replace(/^\?/, "").split("&").filter((part) => part && isWanted(part.split("=")[0])).join("&");
