/* How far a name is from what was typed. Both are folded before (fold.js). */

// In shares of what was typed, beside the typing errors, which count by letter.
const BEGINNING = 0.1; // only the beginning of the name was typed
const WORDS = 0.2; // words of the name were typed in any order

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
  const { whole, start } = typos(typed, name);
  const words = name.split(" ");
  const errors = typed.split(" ").map((word) => Math.min(...words.map((own) => typos(word, own).start)));
  const loose = errors.reduce((sum, count) => sum + count, 0);
  return Math.min(whole / typed.length, start / typed.length + BEGINNING, loose / typed.length + WORDS);
}
