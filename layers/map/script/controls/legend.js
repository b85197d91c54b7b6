/* The legend: folded to one button on a phone; beside a small map it is brief: glyphs, modes and what else
 * has a sign wait behind one button. A layer that was switched off here keeps its row, greyed, so that the
 * same press brings it back. */
import { button, make } from "../dom.js";
import { layerFacts } from "../facts.js";
import { on } from "../hooks.js";
import { layerSwatch, LEGEND, lineSwatch } from "../marks/swatches.js";
import { routing } from "../routes/legs.js";
import { lines } from "../scene.js";
import { addControl, takeCorner } from "../space.js";
import { act, map, now, rest, visible } from "../state.js";
import { inView, layerColumns, routeColumn } from "./legend_rows.js";

const PHONE = "(max-width: 699px)";
const TIGHT = "(min-width: 700px) and (max-width: 959px), (min-width: 700px) and (max-height: 759px)";
const FEW = 3; // rows that are not worth a button
/** @type {HTMLElement} */
let legend;
/** @type {HTMLElement} */
let body;
/** @type {HTMLButtonElement} */
let fold;
/** @type {HTMLButtonElement} */
let more;
/** @type {MediaQueryList} */
let tight;
/**
 * Layers that were switched off here.
 * @type {Set<string>}
 */
const hidden = new Set();
let isFolded = false;
let isFoldedByHand = false;
let isWhole = false; // of a brief legend every row is shown
let written = ""; // what stands there, as a key

export function start() {
  const phone = matchMedia(PHONE);
  tight = matchMedia(TIGHT);
  isFolded = phone.matches;
  build();
  tight.addEventListener("change", shorten);
  phone.addEventListener("change", () => {
    if (isFoldedByHand) return;
    isFolded = phone.matches;
    showFold();
  });
  addControl(() => [legend.getBoundingClientRect()]);
  takeCorner({
    box: () => legend.getBoundingClientRect(),
    raise: (isRaised) => void legend.classList.toggle("on-top", isRaised),
  });
  showFold();
  for (const hook of /** @type {const} */ (["rest", "layers", "theme", "routes"])) on(hook, write);
}

function build() {
  legend = make("section", "legend");
  legend.setAttribute("aria-label", "Legend");
  body = make("div", "legend-body");
  body.id = "legend-body";
  fold = button("legend-fold", "", () => {
    isFoldedByHand = true;
    isFolded = !isFolded;
    showFold();
    rest();
  });
  more = button("legend-more", "", () => {
    isWhole = !isWhole;
    shorten();
    rest();
  });
  for (const one of [fold, more]) one.setAttribute("aria-controls", body.id);
  legend.append(fold, body);
  map.getContainer().append(legend);
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
}

function showFold() {
  body.hidden = isFolded;
  legend.classList.toggle("folded", isFolded);
  fold.setAttribute("aria-expanded", String(!isFolded));
  fold.setAttribute("aria-label", "Legend");
  const swatch = isFolded ? foldedSwatch() : null;
  const word = make("span", "legend-word", "Legend");
  fold.replaceChildren(...(swatch ? [swatch] : []), word, make("span", "chevron"));
}

/** The first of what is on. */
function foldedSwatch() {
  if (routing()) return lineSwatch(LEGEND.narrow, { subject: "route-1" });
  const [first] = visible(), layer = first ? layerFacts(first) : undefined;
  return layer ? layerSwatch(layer, lines(), hidden.has(layer.id)) : null;
}

/** In a brief legend the rows of class "legend-extra" wait. */
function shorten() {
  const extra = body.querySelectorAll(".legend-extra").length, isTight = tight.matches && extra > FEW;
  legend.classList.toggle("brief", isTight && !isWhole);
  more.hidden = !isTight;
  more.textContent = isWhole ? "fewer signs" : `${extra} more signs`;
  more.setAttribute("aria-expanded", String(isWhole));
}

/* ---- rows, written anew only when they differ ---- */
function write() {
  const shown = routing();
  if (shown) return writeRoutes(shown);
  for (const id of visible()) hidden.delete(id);
  const seen = inView(hidden), { layers, signs, ...others } = seen;
  const key = [layers.map(({ id }) => id), signs.map(({ text }) => text), others, now.theme, visible()];
  if (!isNew(key)) return;
  keepingFocus(() => {
    body.replaceChildren(...layerColumns(seen, hidden, toggle));
    body.lastElementChild?.append(more);
    shorten();
  });
  showFold();
}

/** @param {ShownRoutes} shown */
function writeRoutes(shown) {
  if (!isNew([now.theme, now.routes])) return;
  body.replaceChildren(routeColumn(shown));
  showFold();
}

/** @param {unknown} key */
function isNew(key) {
  const before = written;
  written = JSON.stringify(key);
  return written !== before;
}

/**
 * The same button has the focus afterwards.
 * @param {() => void} replace
 */
function keepingFocus(replace) {
  const focused = /** @type {HTMLElement} */ (document.activeElement), had = legend.contains(focused);
  const { layer } = had ? focused.dataset : {};
  replace();
  if (had && focused === more) more.focus();
  else if (layer) {
    /** @type {HTMLElement | null} */ (legend.querySelector(`[data-layer="${layer}"]`))?.focus();
  }
}

/** @param {string} id */
function toggle(id) {
  const shown = visible(), isOn = shown.includes(id);
  if (isOn) hidden.add(id);
  act({ layers: isOn ? shown.filter((other) => other !== id) : [...shown, id] });
}
