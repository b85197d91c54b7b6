/* Texts of a tour: plain pieces, and the paragraphs of the essays that they cite. */
import { make } from "../dom.js";

/** @param {string} cite */
const cited = (cite) => `(${cite})`;

/** @param {Piece[]} list @returns {Node[]} */
export const pieces = (list) =>
  list.map(({ text = "", cite }) =>
    cite ? make("span", "tour-cite", cited(cite)) : document.createTextNode(text)
  );

/**
 * What the speaker alone is told: an answer to the question, and the notes.
 * @param {Step} step
 */
export function told({ answer, notes }) {
  const said = make("p"), answered = make("p");
  said.append(...pieces(notes));
  answered.append(make("b", "", "An answer: "), ...pieces(answer));
  return answer.length ? [answered, said] : [said];
}

/** @param {Piece[]} list */
export const textOf = (list) => list.map(({ text = "", cite }) => cite ? cited(cite) : text).join("");
