/* What stands in the index page before the framework does, and moves into the framework's places when it does. */

import { one } from "./dom.js";

/** The list with its card; the framework moves it, and nothing makes it anew. */
export const explore = one("#atlas-front .explore");
/** @type {HTMLElement | null} */
let front = one("#atlas-front");
let scrolled = 0; // px, how far down it was read

/**
 * Move an element to where the framework wants it, with focus and scroll; nothing when it is there.
 * @param {HTMLElement} place
 * @param {HTMLElement} element
 */
export function moveInto(place, element) {
  if (element.parentElement === place) return;
  scrolled = Math.max(scrolled, front?.scrollTop ?? 0);
  const focused = document.activeElement;
  const mover = /** @type {{ moveBefore?: (element: Element, before: null) => void }} */ (place);
  if (mover.moveBefore && element.isConnected && place.isConnected) mover.moveBefore(element, null);
  else {
    place.append(element);
    if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true });
  }
}

/** Take away what is left of the front, once the framework's side bar has all that is shown. */
export function leaveFront() {
  if (!front) return;
  const left = front;
  front = null;
  requestAnimationFrame(() => {
    const bar = document.querySelector('[data-testid="stSidebarContent"]');
    left.remove();
    if (bar && scrolled) bar.scrollTop = scrolled;
  });
}
