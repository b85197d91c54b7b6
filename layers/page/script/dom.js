/* Elements of the page: making and finding them. What they mean is the business of the other files. */

/**
 * Return a new element with these properties and attributes.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, attributes = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * Return the element that has to be there.
 * @param {string} selector
 * @param {ParentNode} [parent]
 * @returns {HTMLElement}
 */
export function one(selector, parent = document) {
  const found = parent.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Return all elements that match, in their order.
 * @param {string} selector
 * @param {ParentNode} [parent]
 * @returns {HTMLElement[]}
 */
export const all = (selector, parent = document) => [...parent.querySelectorAll(selector)].map(asHTML);

/**
 * Return what the event came from, or the nearest element around it, that matches.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around({ target }, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found && asHTML(found);
}

/**
 * The same within what the atlas writes: the framework's own boxes have attributes of their own, such as data-open.
 * @param {Event} event
 * @param {string} selector
 */
export function offered(event, selector) {
  const found = around(event, selector);
  return found?.closest("[data-atlas]") ? found : null;
}

/**
 * Say whether a link is to open in a window of its own, which its address does.
 * @param {MouseEvent} event
 */
export const isElsewhere = ({ ctrlKey, metaKey, shiftKey, altKey }) =>
  ctrlKey || metaKey || shiftKey || altKey;

/**
 * Open the fold in which an element stands.
 * @param {Element} element
 */
export function unfold(element) {
  const fold = element.closest("details");
  if (fold) fold.open = true;
}

// Our data attributes stand on HTML elements only.
const asHTML = (/** @type {Element} */ element) => /** @type {HTMLElement} */ (element);

// A box to tick or a button takes no letters.
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";

/**
 * Say whether letters that are typed there are a text.
 * @param {Event} event
 */
export const isTyped = (event) => Boolean(around(event, FIELDS));
