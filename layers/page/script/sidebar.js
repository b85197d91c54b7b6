/* The side bar of the framework, in which the text stands: the page's main part, with its head and panels in sight. */

import { around, one } from "./dom.js";
import { atlasHead } from "./front.js";
import { frame, send } from "./link.js";

const SIDEBAR = '[data-testid="stSidebar"]';
const NAME = one("#atlas-front").getAttribute("aria-label") ?? "";

/** What holds the text: before the framework the front does. */
const text = () => document.querySelector(SIDEBAR) ?? document.querySelector("#atlas-front");

/** Name the side bar that is there now: it is the main part of the page, and what stands in for it no longer. */
export function nameSidebar() {
  const bar = document.querySelector(SIDEBAR);
  if (!bar) return;
  document.querySelector("#atlas-front")?.setAttribute("role", "group");
  bar.setAttribute("role", "main");
  bar.setAttribute("aria-label", NAME);
}

/** Where the links lead that a keyboard meets first. @type {Record<string, () => HTMLElement | null>} */
const SKIPS = {
  search: () => atlasHead.querySelector("input"),
  text: () => /** @type {HTMLElement | null} */ (text()),
  map: () => frame,
};

/** Let them lead there without a word in the address. */
export function startSkips() {
  one(".skip-links").addEventListener("click", (event) => {
    const aim = SKIPS[around(event, "[data-skip]")?.dataset.skip ?? ""]?.();
    if (!aim) return;
    event.preventDefault();
    if (!aim.matches("input, iframe")) aim.tabIndex = -1;
    aim.focus();
    if (aim === frame) send({ focus: true }); // else arrow keys would move nothing before another Tab
  });
}

/** The panels and what is brought up stand below the head, whose status line may be of several lines. */
export const watchHead = () => new ResizeObserver(measureHead).observe(atlasHead);

/** At once, where something is brought up in the same breath. */
export const measureHead = () =>
  document.documentElement.style.setProperty("--head-height", `${atlasHead.offsetHeight}px`);

/**
 * Say whether the event comes from the text beside the map.
 * @param {Event} event
 */
export const isInSidebar = ({ target }) => target instanceof Element && Boolean(target.closest(SIDEBAR));
