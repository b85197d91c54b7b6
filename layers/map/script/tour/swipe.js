/* Touch: a swipe is a step. */
import { step } from "../state.js";
import { isDrawing } from "./laser.js";
import { goBy } from "./steps.js";

const SWIPE = 50; // px
const STEEP = 1.5; // times that a swipe is wider than high
/** @type {Touch | null} */
let from = null;

export function start() {
  const options = { capture: true, passive: true };
  addEventListener(
    "touchstart",
    ({ touches }) => void (from = touches.length === 1 ? touches[0] : null),
    options,
  );
  addEventListener("touchend", end, options);
}

/** @param {TouchEvent} event */
function end({ changedTouches: [to] }) {
  if (!from || !step() || isDrawing()) return;
  const x = to.clientX - from.clientX, y = to.clientY - from.clientY;
  from = null;
  if (Math.abs(x) > SWIPE && Math.abs(x) > STEEP * Math.abs(y)) goBy(x < 0 ? 1 : -1);
}
