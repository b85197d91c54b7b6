/* The panel below the map while a tour runs: headline, caption, where we are in the tour, and the sources of
 * the map; and the bar that leads back while the map is left to the class. All texts by textContent. */
import { button, isCoarse, make } from "../dom.js";
import { facts, layerFacts, world } from "../facts.js";
import { on } from "../hooks.js";
import { isPlace, layerOf } from "../reference.js";
import { reserve } from "../space.js";
import { act, feature, map, now, step, tour } from "../state.js";
import { date } from "../words.js";
import { pieces } from "./pieces.js";
import { goBy, goToStep, leaveTour } from "./steps.js";

const REST = 3000; // ms without a move until the buttons go
/**
 * @type {Record<"panel" | "kicker" | "headline" | "said" | "missing" | "dots" | "count" |
 *   "hands" | "back" | "backText", HTMLElement>}
 */
let parts;

export function start() {
  parts = {
    panel: make("section", "tour-panel"),
    kicker: make("p", "tour-kicker"),
    headline: make("h2", "tour-headline"),
    said: make("p", "tour-caption"),
    missing: make("p", "tour-missing"),
    dots: make("div", "tour-dots"),
    count: make("span", "tour-count"),
    hands: make("div", "tour-hands"),
    back: make("div", "tour-back"),
    backText: make("span"),
  };
  buildPanel();
  buildBack();
  reserve(() => (parts.back.hidden ? [] : [parts.back.getBoundingClientRect()]));
  on("tour", show);
}

/**
 * @param {string} className
 * @param {string} text
 * @param {string} label
 * @param {() => void} press
 */
const labelled = (className, text, label, press) => button(className, text, press, { label, title: label });

function buildPanel() {
  const { panel, kicker, headline, said, missing, dots, count, hands } = parts;
  const head = make("div", "tour-head"), text = make("div", "tour-text"), foot = make("div", "tour-foot");
  hands.append(
    labelled("", "‹", "Step before", () => goBy(-1)),
    labelled("", "›", "Next step", () => goBy(1)),
    labelled("", "×", "Leave the tour", leaveTour),
  );
  head.append(kicker, headline);
  text.append(said, missing);
  foot.append(dots, count, hands, sources());
  panel.append(head, text, foot);
  for (const kind of ["pointermove", "pointerdown"]) addEventListener(kind, showHands);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

/** At the start, and whenever a pointer moves or presses; nothing distracts from the map while it rests. */
function showHands() {
  const { classList } = parts.hands;
  classList.remove("resting");
  clearTimeout(resting);
  resting = setTimeout(() => classList.add("resting"), REST);
}

function sources() {
  const { as_of: known } = facts;
  const notes = ["planned lines schematic", "borders imply no endorsement", `known to ${date(known)}`];
  return make("p", "tour-sources", [world.attribution.short, ...notes].join(" · "));
}

function buildBack() {
  const { back, backText } = parts;
  back.hidden = true;
  back.append(
    backText,
    button("tour-return", `Back to the tour${isCoarse() ? "" : " (T)"}`, () => act({ exploring: false })),
    button("tour-end", `End it${isCoarse() ? "" : " (Esc)"}`, leaveTour, { title: "End the tour" }),
  );
  map.getContainer().before(back);
}

function show() {
  const shown = step(), running = tour(), { panel, back, backText } = parts;
  if (!shown) panel.remove();
  else if (!panel.isConnected) {
    map.getContainer().before(panel); // for Tab: what drives the tour comes before what is drawn
    showHands();
  }
  back.hidden = !running || Boolean(shown);
  if (!running) return;
  if (shown) write(running, shown);
  else backText.textContent = `${running.title}, step ${now.step + 1} of ${running.steps.length}`;
}

/** @param {Tour} running @param {Step} shown */
function write({ title, steps }, shown) {
  const { panel, kicker, headline, said, missing, dots, count } = parts;
  const hadFocus = dots.contains(document.activeElement);
  panel.className = `tour-panel s-${subjectOf(shown)}`;
  panel.setAttribute("aria-label", `Tour: ${title}`);
  kicker.textContent = title;
  headline.textContent = shown.headline;
  said.replaceChildren(...pieces(shown.caption));
  missing.textContent = shown.missing.join(" ");
  dots.replaceChildren(...steps.map(dot));
  if (hadFocus) /** @type {HTMLElement | null} */ (dots.querySelector(".now"))?.focus();
  count.textContent = `${now.step + 1} of ${steps.length}`;
}

/** @param {Step} one @param {number} n */
function dot(one, n) {
  const isNow = n === now.step, className = isNow ? "now" : n < now.step ? "done" : "";
  const made = labelled(className, "", `Step ${n + 1}: ${one.headline}`, () => goToStep(n));
  if (isNow) made.setAttribute("aria-current", "step");
  return made;
}

/**
 * The panel has the colour of what is lit first.
 * @param {Step} shown
 */
function subjectOf({ lit, routes }) {
  const ref = lit.find((one) => !isPlace(one));
  if (routes || !ref) return "";
  return feature(ref)?.facts.subject ?? layerFacts(layerOf(ref))?.subject ?? "";
}
