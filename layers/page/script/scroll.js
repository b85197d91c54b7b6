/* How far the text beside the map is scrolled, and the way back to there. */

const BAR = '[data-testid="stSidebarContent"]';
const PATIENCE = 5000; // ms in which what is shown again may come
const REST = 300; // ms in which it may still grow
const HANDS = ["wheel", "pointerdown", "keydown", "touchstart"];

/** What scrolls: the framework's bar, or before it the front. */
const bar = () => document.querySelector(BAR) ?? document.querySelector("#atlas-front");

export const scrolled = () => Math.round(bar()?.scrollTop ?? 0);

let last = 0;
/** Where it was before the browser left the step: then what is shown may be shorter already. */
export const lastScrolled = () => last;

/**
 * Call with where the text is, whenever a hand has scrolled it and it stands still.
 * @param {(top: number) => void} rest
 */
export function onScrollRest(rest) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  addEventListener("scroll", ({ target }) => {
    if (isHeld || target !== bar()) return;
    last = scrolled();
    clearTimeout(timer);
    timer = setTimeout(() => isHeld || rest(last), REST);
  }, { capture: true, passive: true });
}

let holding = 0; // counts, so that a later one ends an earlier one

let isHeld = false;

/** Whether the page is on its way back to what it showed: nothing else may scroll the text or move the map. */
export const isReturning = () => isHeld;

/**
 * Keep the text scrolled to there until it has come again, or a hand scrolls it.
 * @param {number} top px
 * @param {() => boolean} isThere
 */
export function holdScroll(top, isThere) {
  const own = ++holding, start = performance.now();
  let since = 0; // when it had come
  isHeld = true;
  const end = () => {
    for (const kind of HANDS) removeEventListener(kind, end, { capture: true });
    if (own === holding) isHeld = false;
    last = scrolled();
    since = -1;
  };
  for (const kind of HANDS) addEventListener(kind, end, { capture: true, passive: true });
  const hold = () => {
    const now = performance.now(), place = bar();
    if (since < 0 || own !== holding) return;
    if (place) place.scrollTop = top;
    if (!isThere() || Math.abs(scrolled() - top) > 1) since = 0;
    else since ||= now;
    if (now - start > PATIENCE || since && now - since > REST) end();
    else requestAnimationFrame(hold);
  };
  hold();
}
