/* Which countries a step of a tour speaks of: those it lights, and those that its headline and caption name. */
import { featureOf, placeOf } from "../reference.js";

const ADJECTIVE = "(?:ian|n|i)?s?"; // "Iranian", "Armenians", "Azerbaijani"
/** @type {WeakMap<object, Set<string>>} */
const known = new WeakMap();

/**
 * Their codes.
 * @param {Pick<Step, "headline" | "caption" | "lit" | "spotlight"> | null} step
 * @param {Record<string, Place>} places
 * @returns {Set<string>}
 */
export function spokenCountries(step, places) {
  if (!step) return new Set();
  const before = known.get(step);
  if (before) return before;
  const text = [step.headline, ...step.caption.map(({ text }) => text)].join(" ");
  const meant = [step.spotlight, ...step.lit].map((ref) => placeOf(ref) ?? featureOf(ref));
  const found = Object.entries(places).filter(([id, { kind, name }]) =>
    kind === "country" &&
    (meant.includes(id) || new RegExp(`(?<!\\p{L})${name}${ADJECTIVE}(?!\\p{L})`, "u").test(text))
  );
  const codes = new Set(found.map(([, { country }]) => country));
  known.set(step, codes);
  return codes;
}
