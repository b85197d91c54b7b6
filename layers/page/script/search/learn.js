/* The names to search, learned when they are wanted first. */

import { namesToSearch } from "../texts.js";
import { find, names } from "./find.js";

let isLearned = false;

/** Learn the names, once; return whether they are known, and ask again the next time where they are not. */
export async function learnNames() {
  const list = isLearned ? undefined : await namesToSearch().catch(() => undefined);
  if (list && !isLearned) {
    names(list);
    isLearned = true;
  }
  return isLearned;
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
