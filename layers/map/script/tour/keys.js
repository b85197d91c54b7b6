/* The one list of the keys of a tour: what each does, where it may be pressed, and its line in the list that
 * H shows. Data only, so that the map, the speaker's window and the page read the same. */
import { letterOf } from "../letter.js";

/**
 * `speaker`: also in the speaker's window. `own`: only the window in which it is pressed may do it.
 * @type {readonly TourKey[]}
 */
export const KEYS = [
  {
    does: "next",
    keys: ["ArrowRight", "PageDown", " "],
    line: ["→, space, PageDown", "next step"],
    speaker: true,
  },
  { does: "back", keys: ["ArrowLeft", "PageUp"], line: ["←, PageUp", "step before"], speaker: true },
  { does: "first", keys: ["Home"], line: ["Home, End", "first and last step"], speaker: true },
  { does: "last", keys: ["End"], speaker: true },
  { does: "fill", keys: ["f"], line: ["F", "full screen"], own: true },
  { does: "theme", keys: ["c"], line: ["C", "light or dark"], speaker: true },
  { does: "speaker", keys: ["s"], line: ["S", "speaker’s window"], own: true },
  { does: "explore", keys: ["t"], line: ["T", "explore freely, and back to the tour"], speaker: true },
  { does: "black", keys: [".", "b"], line: ["B, full stop", "black, and back"], speaker: true },
  { does: "notes", keys: ["n"], line: ["N", "notes"] },
  { does: "help", keys: ["h", "?"], line: ["H", "these keys"], speaker: true },
  { does: "laser", keys: ["l"], line: ["L", "laser pointer"], speaker: true },
  { does: "pen", keys: ["d"], line: ["D", "draw on the map; again: clear"], speaker: true },
  { does: "leave", keys: ["Escape"], line: ["Esc", "leave the tour"] },
];

/**
 * What keys do while the map is left to the class; a clicker has no T. `shared`: only where nothing else takes the key.
 * @type {readonly Pick<TourKey, "does" | "keys" | "shared">[]}
 */
export const BACK = [
  { does: "explore", keys: ["t", "PageUp", "PageDown"] },
  { does: "explore", keys: ["ArrowLeft"], shared: true },
  { does: "first", keys: ["Home"], shared: true },
  { does: "leave", keys: ["Escape"], shared: true },
];

/** @typedef {Parameters<typeof letterOf>[0]} Key */

/**
 * What a key does.
 * @param {Key} key
 * @returns {TourKey | undefined}
 */
export const keyFor = (key) => KEYS.find(({ keys }) => keys.includes(letterOf(key)));

/** The same while the map is left to the class. @param {Key} key */
export const backFor = (key) => BACK.find(({ keys }) => keys.includes(letterOf(key)));
