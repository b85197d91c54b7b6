/* Names without what people leave out or type otherwise: capitals, marks, invisible letters, letters of other
 * keyboards. The same as `fold` in layers/files/words.py; tests/fixtures/folding.json holds both to it. */

// What Unicode does not take apart into letter and mark, and letters that stand for others of the same look.
/** @type {Record<string, string>} */
const LETTERS = {
  "ı": "i",
  "ə": "e",
  "ø": "o",
  "ł": "l",
  "đ": "d",
  "ß": "ss",
  "æ": "ae",
  "ς": "σ",
  "ك": "ک",
  "ي": "ی",
  "ى": "ی",
  "ة": "ه",
  "ٱ": "ا",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
// Marks, invisible letters, apostrophes, geresh and gershayim, the stretched line of Arabic.
const DROPPED = /[\p{M}\p{Cf}'’‘ʼʻʹ`´׳״ـ]/gu;

/**
 * Return the folded words with one space between them.
 * @param {string} text
 */
export const fold = (text) =>
  text.normalize("NFKC").toLowerCase().normalize("NFKD").replace(DROPPED, "")
    .replace(LETTER, (letter) => LETTERS[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16)).replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Return a folded name without its blanks, which people set or leave out.
 * @param {string} folded
 */
export const joined = (folded) => folded.replaceAll(" ", "");
