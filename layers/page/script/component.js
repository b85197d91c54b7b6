/* What stands where a component of Streamlit is shown: HTML that Python sends again at every run. */

/** @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/**
 * Show the HTML; say whether it is another than before. The same again would lose focus and scroll.
 * @param {HTMLElement} place
 * @param {string} html
 */
export function fill(place, html) {
  if (shown.get(place) === html) return false;
  shown.set(place, html);
  place.innerHTML = html;
  return true;
}
