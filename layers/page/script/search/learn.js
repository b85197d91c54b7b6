/* The names to search, learned when they are wanted first. */

import { namesToSearch } from "../texts.js";
import { find, names } from "./find.js";

let isLearned = false;
/** @type {Promise<boolean> | undefined} */
let learning;

/** Learn the names, once; return whether they are known, and ask again the next time where they are not. */
export function learnNames() {
  learning ??= namesToSearch().then((list) => {
    names(list);
    return isLearned = true;
  }, () => {
    learning = undefined;
    return false;
  });
  return learning;
}

export const areNamesKnown = () => isLearned;

/**
 * Return the hits, with the names learned before.
 * @param {Parameters<typeof find>} asked
 */
export async function findLater(...asked) {
  await learnNames();
  return find(...asked);
}
