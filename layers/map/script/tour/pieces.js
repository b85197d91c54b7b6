/* Texts of a tour: plain pieces, and the paragraphs of the essays that they cite. */
import { make } from "../dom.js";

/** @param {Piece[]} list @returns {Node[]} */
export const pieces = (list) =>
  list.map(({ text = "", cite }) =>
    cite ? make("span", "tour-cite", `(${cite})`) : document.createTextNode(text)
  );
