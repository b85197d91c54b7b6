/* Making elements, once for all parts. Texts go in by textContent, never as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export const make = (tag, className = "", text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

/**
 * @param {string} className @param {string} text @param {(event: MouseEvent) => void} press
 * @param {{label?: string, title?: string}} [more] its name where the text says too little, and the tip on it
 * @returns {HTMLButtonElement}
 */
export function button(className, text, press, { label, title } = {}) {
  const made = /** @type {HTMLButtonElement} */ (make("button", className, text));
  made.type = "button";
  if (label) made.setAttribute("aria-label", label);
  if (title) made.title = title;
  made.addEventListener("click", press);
  return made;
}

/**
 * @param {string} name
 * @param {Record<string, string | number | boolean | null>} [attributes] null: left out
 */
export function svg(name, attributes = {}) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(key, String(value));
  }
  return element;
}

/** @param {string} className @param {Iterable<[string, string]>} rows term and text */
export function definitions(className, rows) {
  const list = make("dl", className);
  for (const [term, text] of rows) list.append(make("dt", "", term), make("dd", "", text));
  return list;
}

/** Whether the first of the pointers is as broad as a finger. */
export const isCoarse = () => matchMedia("(pointer: coarse)").matches;
/** What pointed last: "mouse", "touch" or "pen". A board or a laptop may have all of them. */
let pointed = "";

/** Begins to follow what points. */
export function followPointer() {
  for (const kind of /** @type {const} */ (["pointerdown", "pointermove"])) {
    addEventListener(kind, ({ pointerType }) => void (pointed = pointerType), { capture: true });
  }
}

/** Whether a finger has pointed last. */
export const isFinger = () => (pointed ? pointed === "touch" : isCoarse());
/** Whether what has pointed last can be over a thing without a press. */
export const canHover = () => (pointed ? pointed !== "touch" : matchMedia("(hover: hover)").matches);

/**
 * Whether keys pressed there are meant for it.
 * @param {EventTarget | null} target
 */
export const isField = (target) =>
  target instanceof Element && Boolean(target.closest("input, textarea, select, [contenteditable]"));

/**
 * Fills the screen, or leaves it.
 * @param {(sentence: string) => void} say called when the browser will not
 */
export function fullScreen(say) {
  const no = () => say("This page may not fill the screen.");
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.(); // an iPhone's browser has no such thing
  if (asked) asked.catch(no);
  else no();
}

/**
 * A key pressed without Ctrl, Meta or Alt, which belong to the browser.
 * @param {KeyboardEvent} event
 */
export const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

/**
 * Presses a key in this document as a person would.
 * @param {string} key
 */
export const pressKey = (key) =>
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

/**
 * Of the elements under the pointer that bear a key, the key of the one nearest to it: hit strokes are wide
 * and overlap.
 * @param {{clientX: number, clientY: number}} event
 * @param {(element: Element) => string | undefined} keyOf
 * @param {(key: string) => number} distance
 * @returns {string | null}
 */
export function nearestAt({ clientX, clientY }, keyOf, distance) {
  const found = document.elementsFromPoint(clientX, clientY).map(keyOf).filter((key) => key !== undefined);
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
