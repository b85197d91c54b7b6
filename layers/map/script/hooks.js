/* How parts hear of each other without an import upwards: each names the hooks that it answers, and whoever
 * changes something calls.
 *   layers   the set of layers changed        select, theme   what their names say
 *   routes   another answer, or none          light           another leg is lit, or none
 *   tour     another tour or step, or the map is left to the class and taken back
 *   view     somebody asks for a view         move            a movement begins
 *   legend   the page says whether it is to be open
 *   rest     the map stands still and something changed
 *   said     something is different; with a sentence, for a screen reader
 * Those who answer the same hook do so in the order in which main.js starts them. */

/** @type {Map<string, ((...words: any[]) => void)[]>} */

const answers = new Map();

/**
 * A part that fails is reported, and takes neither the map nor the other parts along.
 * @template T
 * @param {() => T} act
 * @returns {T | undefined}
 */
function attempt(act) {
  try {
    return act();
  } catch (fault) {
    reportError(fault);
    return undefined;
  }
}

/** @param {Hook} hook @param {(...words: any[]) => void} answer */

export function on(hook, answer) {
  answers.set(hook, [...(answers.get(hook) ?? []), answer]);
}

/** @param {Hook} hook @param {unknown[]} words */
export function call(hook, ...words) {
  for (const answer of answers.get(hook) ?? []) attempt(() => answer(...words));
}

/**
 * Starts parts one by one; what one cannot do, the others do all the same.
 * @param {(() => void)[]} starts
 */
export function startAll(starts) {
  for (const start of starts) attempt(start);
}
