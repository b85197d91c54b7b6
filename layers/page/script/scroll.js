/* How far the text beside the map is scrolled, and the way back to there. */

const BAR = '[data-testid="stSidebarContent"]';
const PATIENCE = 5000; // ms in which what is shown again may grow as long as it was
const REST = 300; // ms in which it may still grow
const HANDS = ["wheel", "touchstart"]; // beside the deeds

/** What scrolls: the front, which lies above the framework's bar as long as it is there. */
const bar = () => document.querySelector("#atlas-front") ?? document.querySelector(BAR);

export const scrolled = () => Math.round(bar()?.scrollTop ?? 0);

let last = 0;
/** Where it was before the browser left the step: then what is shown may be shorter already. */
export const lastScrolled = () => last;

/**
 * Follow the text; call with where it is, whenever a hand has scrolled it and it stands still.
 * @param {(top: number) => void} rest
 */
export function startScroll(rest) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  for (const kind of HANDS) addEventListener(kind, letScroll, { capture: true, passive: true });
  addEventListener("scroll", ({ target }) => {
    if (held || target !== bar()) return;
    last = scrolled();
    clearTimeout(timer);
    timer = setTimeout(() => held || rest(last), REST);
  }, { capture: true, passive: true });
}

/**
 * Where the text is held; when what is shown had come, and when it stood there.
 * @typedef {{ top: number, isThere: () => boolean, came: number, since: number }} Hold
 */
/** @type {Hold | null} */
let held = null;

/** Whether the page is on its way back to what it showed: nothing else may scroll the text or move the map. */
export const isReturning = () => Boolean(held);

/** Hold the text no longer: a hand scrolls it, or a person does something. */
export function letScroll() {
  if (held) last = scrolled();
  held = null;
}

/**
 * Keep the text scrolled to there until it has come again, however late that is, or a person does something.
 * @param {number} top px
 * @param {() => boolean} isThere
 */
export function holdScroll(top, isThere) {
  held = { top, isThere, came: 0, since: 0 };
  hold(held);
}

/** @param {Hold} own a later one ends it */
function hold(own) {
  if (held !== own) return;
  const now = performance.now(), place = bar();
  if (place) place.scrollTop = own.top;
  if (own.isThere()) own.came ||= now;
  if (!own.came || Math.abs(scrolled() - own.top) > 1) own.since = 0;
  else own.since ||= now;
  if (own.came && now - own.came > PATIENCE || own.since && now - own.since > REST) letScroll();
  else requestAnimationFrame(() => hold(own));
}
