/* What stands in the index page before the framework, and moves into its places once all of them are there. */

import { all, around, one } from "./dom.js";

const SWITCH = ".st-key-panels button"; // the framework's own switch of panels
const BAR = '[data-testid="stSidebarContent"]';
const PATIENCE = 3000; // ms; then what has a place moves, whatever is missing

const root = document.documentElement;

/** The list with its card; the framework moves it, and nothing makes it anew. */
export const explore = one("#atlas-front .explore");
/** Title, search and status line. */
export const atlasHead = one("#atlas-front .atlas-head");

/** @type {HTMLElement | null} */
let front = one("#atlas-front");
/** Where the framework wants what stands here. @type {Map<HTMLElement, HTMLElement>} */
const places = new Map();
/** The panel that was chosen before the framework could be asked. @type {string | undefined} */
let chosen;
let since = 0;
let isHeld = false; // a pointer is down: what moves under it would not be clicked

/** Let the panels be chosen before the framework brings its switch. */
export function startFront() {
  all(".panels-to-come button", front ?? undefined).forEach((button) => {
    button.setAttribute("aria-pressed", String(root.classList.contains("elsewhere") !== isFirst(button)));
  });
  addEventListener("pointerdown", () => isHeld = true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => isHeld = false);
  front?.addEventListener("click", (event) => {
    const button = around(event, ".panels-to-come button");
    if (button) choose(button);
  });
}

/** @param {HTMLElement} button */
const isFirst = (button) => button.matches(":first-child");

/** @param {HTMLElement} button */
function choose(button) {
  chosen = button.textContent.trim();
  root.classList.toggle("elsewhere", !isFirst(button));
  for (const other of all(".panels-to-come button")) {
    other.setAttribute("aria-pressed", String(other === button));
  }
}

/**
 * Move an element to where the framework wants it; from the front only when all can go, so that nothing flashes.
 * @param {HTMLElement} place
 * @param {HTMLElement} element
 */
export function moveInto(place, element) {
  if (!front) return move(place, element);
  if (!places.size) {
    since = performance.now();
    requestAnimationFrame(leaveWhenReady);
  }
  places.set(element, place);
}

function leaveWhenReady() {
  const isComplete = places.has(atlasHead) && document.querySelector(SWITCH) &&
    (places.has(explore) || root.classList.contains("elsewhere"));
  if (!isHeld && isComplete || performance.now() - since > PATIENCE) leave();
  else requestAnimationFrame(leaveWhenReady);
}

function leave() {
  const left = front, scrolled = front?.scrollTop ?? 0, bar = document.querySelector(BAR);
  const stood = explore.getBoundingClientRect().top; // where it stays: a notice of the framework may come above it
  const focused = document.activeElement, isOnPanel = focused?.matches(".panels-to-come button");
  front = null;
  for (const [element, place] of places) move(place, element);
  left?.remove();
  const scroll = () => {
    if (bar && scrolled) bar.scrollTop += explore.getBoundingClientRect().top - stood;
  };
  scroll();
  requestAnimationFrame(scroll); // the framework may have been shorter a moment ago
  if (isOnPanel) switchTo(focused?.textContent)?.focus({ preventScroll: true });
  switchTo(chosen)?.click();
}

/**
 * Return the framework's button that is called so.
 * @param {string | null | undefined} name
 */
const switchTo = (name) => all(SWITCH).find((button) => button.textContent.trim() === name?.trim());

/**
 * Move an element with the focus in it, and with what is marked in a field.
 * @param {HTMLElement} place
 * @param {HTMLElement} element
 */
function move(place, element) {
  if (element.parentElement === place) return;
  const mover = /** @type {{ moveBefore?: (element: Element, before: null) => void }} */ (place);
  if (mover.moveBefore && element.isConnected && place.isConnected) return mover.moveBefore(element, null);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = focused instanceof HTMLInputElement && focused.type === "text" ? focused : null;
  const from = field?.selectionStart ?? 0, to = field?.selectionEnd ?? 0;
  place.append(element);
  if (!element.contains(focused)) return;
  focused?.focus({ preventScroll: true });
  field?.setSelectionRange(from, to);
}
