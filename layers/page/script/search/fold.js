/* Names without what people leave out or type otherwise: capitals, marks, letters of other keyboards. */

// What Unicode does not take apart into letter and mark, and Arabic letters that stand for Persian ones.
/** @type {Record<string, string>} */
const LETTERS = {
  "ı": "i",
  "ə": "e",
  "ø": "o",
  "ł": "l",
  "đ": "d",
  "ß": "ss",
  "æ": "ae",
  "ك": "ک",
  "ي": "ی",
  "ى": "ی",
  "ة": "ه",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const MARKS = /[\p{M}ʼ’']/gu;

/**
 * Return the text in small letters without marks and apostrophes.
 * @param {string} text
 */
export const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(LETTER, (letter) => LETTERS[letter]);

/**
 * Return the folded words with one space between them.
 * @param {string} text
 */
export const plain = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
