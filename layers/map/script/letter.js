/* What a key means under any layout: the Latin letter or sign that it writes; where it writes another script, what stands
 * at its place on a Latin board. */

const LATIN = /[\p{Script=Latin}\0-\xff]/u; // also the signs that Latin layouts have beside ASCII
const LETTERS = /^[\p{L}\p{M}]+$/u; // one key of an Arabic board writes two
const UNTOLD = ["Process", "Unidentified"]; // an input method has taken what it writes

/**
 * A letter whatever Shift and Caps Lock say; named keys as they are.
 * @param {{key: string, code?: string, shiftKey?: boolean}} event
 */
export function letterOf({ key, code = "", shiftKey = false }) {
  const isUntold = UNTOLD.includes(key);
  if (isUntold || !LATIN.test(key)) {
    const sign = { Period: ".", Slash: shiftKey ? "?" : "/" }[code], [, letter] = /^Key(.)$/.exec(code) ?? [];
    if (sign) return sign;
    if (letter && (isUntold || LETTERS.test(key))) return letter.toLowerCase();
  }
  return key.length === 1 ? key.toLowerCase() : key;
}

/**
 * Whether a key asks for the search: Russian and Hebrew boards have the full stop where others have the slash, and
 * outside of a tour it means nothing.
 * @param {KeyboardEvent} event
 */
export const asksToSearch = (event) =>
  letterOf(event) === "/" || (event.key === "." && event.code === "Slash");
