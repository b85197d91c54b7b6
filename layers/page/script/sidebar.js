/* The map's frame keeps clear of Streamlit's side bar, whatever its width. */

const SIDEBAR = '[data-testid="stSidebar"]';

/** @type {Element | undefined} */
let bar;

/** Follow the side bar that is there now. */
export function keepClear() {
  const found = document.querySelector(SIDEBAR);
  if (!found || found === bar) return;
  bar = found;
  new ResizeObserver(placeFrame).observe(bar);
  new MutationObserver(placeFrame).observe(bar, { attributeFilter: ["aria-expanded", "style"] });
  addEventListener("resize", placeFrame);
  placeFrame();
}

function placeFrame() {
  const isOpen = bar?.getAttribute("aria-expanded") !== "false";
  const width = (isOpen && bar?.getBoundingClientRect().width) || 0;
  document.documentElement.style.setProperty("--map-left", `${width}px`);
}

/**
 * Say whether the event comes from the text beside the map.
 * @param {Event} event
 */
export const isInSidebar = ({ target }) => target instanceof Element && Boolean(target.closest(SIDEBAR));
