/* How far a name is from what was typed. Both are folded before (fold.js). */

import { joined } from "./fold.js";

// In shares of what was typed, beside the typing errors, which count by letter.
const BEGINNING = 0.1; // only the beginning of the name was typed
const WORDS = 0.2; // words of the name were typed in any order
const SCATTERED = 0.25; // words of several names were
const MISTYPED = 0.2; // anything is wrong: what is typed right comes first

/**
 * Count the letters that are wrong, missing, too many or swapped with the next: in all of the name, and in
 * that beginning of it which is nearest. (Optimal string alignment, after Damerau and Levenshtein.)
 * @param {string} typed
 * @param {string} name
 */
export function typos(typed, name) {
  /** @type {number[]} */
  let before;
  /** @type {number[]} */
  let last = [];
  let row = Array.from({ length: name.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= name.length; j += 1) {
      const isSame = typed[i - 1] === name[j - 1];
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
      row[j] = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (isSame ? 0 : 1),
        isSwapped ? before[j - 2] + 1 : Infinity,
      );
    }
  }
  return { whole: row[name.length], start: Math.min(...row) };
}

/**
 * Return the distance: 0 is the same, 1 as many errors as letters.
 * @param {string} typed not empty
 * @param {string} name
 */
export function distance(typed, name) {
  if (joined(typed) === joined(name)) return 0;
  const { whole, start } = typos(typed, name);
  return Math.min(
    share(whole, typed),
    share(start, typed) + BEGINNING,
    share(errors(typed, name.split(" ")), typed) + WORDS,
  );
}

/**
 * Return the distance of several words that stand in different names of one thing.
 * @param {string} typed
 * @param {string[]} words of all its names
 */
export const scattered = (typed, words) =>
  typed.includes(" ") ? share(errors(typed, words), typed) + SCATTERED : Infinity;

/**
 * Count the typing errors of words in any order, each measured by the beginning that is nearest.
 * @param {string} typed
 * @param {string[]} words
 */
const errors = (typed, words) =>
  typed.split(" ").reduce((sum, word) => sum + Math.min(...words.map((own) => typos(word, own).start)), 0);

/**
 * @param {number} count of typing errors
 * @param {string} typed
 */
const share = (count, typed) => count ? count / typed.length + MISTYPED : 0;
