/* The status line: what the map says, for all who cannot see it. */

/** @type {HTMLElement | undefined} */
let line;
let unheard = ""; // what was said before there was a line

/** @param {string} words */
export function say(words) {
  if (line) line.textContent = words;
  else unheard = words;
}

/** @param {HTMLElement} element says from now on what is said */
export function sayIn(element) {
  line = element;
  line.textContent ||= unheard;
}
