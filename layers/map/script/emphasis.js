/* What a step of a tour lights, rings and dims, and how much larger it draws: functions of the state alone.
 * */
import { layerOf } from "./reference.js";
import { step } from "./state.js";

const PHONE = 700; // px
const SCREEN = [1280, 720]; // px: what sizes of a tour are given for
const ROOMY = [1000, 600]; // px: a window in which no size is less than on that screen
const LARGEST = 2.5; // factors
const SMALLEST = 0.65;

/** What the step lights. */
export const lit = () => step()?.lit ?? [];

/**
 * The step lights or rings exactly this.
 * @param {string | null} ref
 */
export const isNamed = (ref) => Boolean(ref) && (lit().includes(ref ?? "") || step()?.spotlight === ref);

/**
 * The same, or its layer is lit.
 * @param {string} ref
 */
export const isLit = (ref) => isNamed(ref) || lit().includes(layerOf(ref) ?? "");

/**
 * Everything else, while something is lit.
 * @param {string} ref
 */
export const isDim = (ref) => lit().length > 0 && !isLit(ref);

/** How many times larger than on a screen of 1280 × 720 px a tour is drawn. */
export function scale(width = innerWidth, height = innerHeight) {
  if (width < PHONE) return SMALLEST;
  const least = width < ROOMY[0] || height < ROOMY[1] ? SMALLEST : 1;
  return Math.min(LARGEST, Math.max(least, Math.min(width / SCREEN[0], height / SCREEN[1])));
}

/** The same; 0 when nothing is presented. */
export const big = () => (step() ? scale() : 0);
