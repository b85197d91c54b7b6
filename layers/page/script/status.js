/* The status line: what the map says, for all who cannot see it. */

import { one } from "./dom.js";

const line = one(".atlas-head [role=status]");

/** @param {string} words */
export const say = (words) => void (line.textContent = words);

/**
 * Take these words back, unless others have come.
 * @param {string} words
 */
export const unsay = (words) => line.textContent === words && say("");
