/* The box round the feature that has the keyboard's focus. */
import { make } from "../dom.js";
import { on } from "../hooks.js";
import { map } from "../state.js";
import { boundsOf } from "../views.js";

const ROOM = 14, EDGE = 3; // px
/** @type {HTMLElement} */
let box;
/** @type {Feature | null} */
let focused = null;

export function start() {
  box = make("div", "focus-box");
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  map.getContainer().append(box);
  map.on("move zoom", draw);
  on("rest", draw);
}

/** @param {Feature | null} feature */
export function showFocus(feature) {
  focused = feature;
  draw();
}

function draw() {
  box.hidden = !focused;
  if (!focused) return;
  const bounds = boundsOf(focused), size = map.getSize();
  const low = map.latLngToContainerPoint(bounds.getNorthWest());
  const high = map.latLngToContainerPoint(bounds.getSouthEast());
  const left = Math.max(EDGE, low.x - ROOM), top = Math.max(EDGE, low.y - ROOM);
  const right = Math.min(size.x - EDGE, high.x + ROOM), bottom = Math.min(size.y - EDGE, high.y + ROOM);
  box.hidden = right <= left || bottom <= top;
  const [width, height] = [right - left, bottom - top];
  Object.assign(box.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
}
