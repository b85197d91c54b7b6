/* A finger or a pen that moves sideways is a step; a mouse beside it moves the map. */
import { map, step } from "../state.js";
import { isDrawing } from "./laser.js";
import { goBy } from "./steps.js";

const SWIPE = 50; // px
const STEEP = 1.5; // times that a swipe is wider than high
/** @type {PointerEvent | null} */
let from = null;

export function start() {
  addEventListener("pointerdown", begin, { capture: true });
  addEventListener("pointerup", end, { capture: true });
  addEventListener("pointercancel", end, { capture: true }); // the browser scrolls, or a palm lies there
}

/** @param {PointerEvent} event */
function begin(event) {
  from = step() && event.pointerType !== "mouse" && event.isPrimary ? event : null;
  if (from) map.dragging.disable(); // before Leaflet hears of it
}

/** @param {PointerEvent} event */
function end({ type, clientX, clientY }) {
  const before = from;
  from = null;
  map.dragging.enable();
  if (!before || type === "pointercancel" || !step() || isDrawing()) return;
  const x = clientX - before.clientX, y = clientY - before.clientY;
  if (Math.abs(x) > SWIPE && Math.abs(x) > STEEP * Math.abs(y)) goBy(x < 0 ? 1 : -1);
}
