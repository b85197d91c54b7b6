/* The legend: one line with a sample, until it is opened; opened it stays so for the visit. In a small map it is a sheet
 * over it, which goes as soon as anything else is meant. A layer that was switched off here keeps its row, greyed, so
 * that the same press brings it back. */
import { button, make } from "../dom.js";
import { on } from "../hooks.js";
import { layerSwatch, LEGEND, lineSwatch } from "../marks/swatches.js";
import { askPage } from "../messages.js";
import { routing } from "../routes/legs.js";
import { addControl, takeCorner } from "../space.js";
import { act, map, now, rest, visible } from "../state.js";
import { isSmall } from "../views.js";
import { inView, layerColumns, routeColumn } from "./legend_rows.js";

/** @type {HTMLElement} */
let legend;
/** @type {HTMLElement} */
let body;
/** @type {HTMLButtonElement} */
let fold;
/**
 * Layers that were switched off here.
 * @type {Set<string>}
 */
const hidden = new Set();
let isOpen = false;
let written = ""; // what stands there, as a key

/** It stands there before the first view, which keeps clear of it. */
export function start() {
  build();
  addControl(() => [legend.getBoundingClientRect()]);
  takeCorner({
    box: () => legend.getBoundingClientRect(),
    raise: (isRaised) => void legend.classList.toggle("on-top", isRaised),
  });
  showFold();
}

/** Begins to tell what is drawn. */
export function follow() {
  on("legend", turn);
  on("select", closeSheet);
  for (const hook of /** @type {const} */ (["rest", "layers", "theme", "routes"])) on(hook, write);
}

function build() {
  legend = make("section", "legend");
  legend.setAttribute("aria-label", "Legend");
  body = make("div", "legend-body");
  body.id = "legend-body";
  fold = button("legend-fold", "", () => turnByHand(!isOpen));
  fold.setAttribute("aria-controls", body.id);
  document.addEventListener("keydown", leave, { capture: true });
  document.addEventListener("click", pressBeside, { capture: true });
  addEventListener("blur", closeSheet); // a press in the page beside the map
  legend.append(fold, body);
  map.getContainer().append(legend);
  L.DomEvent.disableClickPropagation(legend).disableScrollPropagation(legend);
}

const isSheet = () => isOpen && isSmall();

/** @param {KeyboardEvent} event */
function leave(event) {
  if (event.key !== "Escape" || !isOpen || !(isSheet() || event.composedPath().includes(legend))) return;
  event.preventDefault();
  event.stopPropagation(); // a card below it stays
  turnByHand(false);
  fold.focus();
}

/**
 * Beside the sheet a press closes it, and means nothing else unless it is on a button.
 * @param {MouseEvent} event
 */
function pressBeside(event) {
  const { target } = event;
  if (!isSheet() || !(target instanceof Element) || legend.contains(target)) return;
  if (!target.closest("button")) event.stopPropagation();
  closeSheet();
}

const closeSheet = () => void (isSheet() && turnByHand(false));

/** @param {boolean} open */
function turnByHand(open) {
  turn(open);
  askPage({ legend: open ? "open" : "", isSheet: isSmall() });
}

/** @param {boolean} open */
function turn(open) {
  isOpen = open;
  showFold();
  rest();
}

function showFold() {
  body.hidden = !isOpen;
  legend.classList.toggle("folded", !isOpen);
  fold.setAttribute("aria-expanded", String(isOpen));
  fold.setAttribute("aria-label", "Legend");
  const swatch = isOpen ? null : sample(), word = make("span", "legend-word", "Legend");
  fold.replaceChildren(...(swatch ? [swatch] : []), word, make("span", "chevron"));
}

/** The first of what is on. */
function sample() {
  if (routing()) return lineSwatch(LEGEND.narrow, { subject: "route-1" });
  const [id] = visible();
  return id ? layerSwatch({ id }) : null;
}

/* ---- rows, written anew only when they differ ---- */
function write() {
  const shown = routing();
  if (shown) return writeRoutes(shown);
  for (const id of visible()) hidden.delete(id);
  const seen = inView(hidden), { layers, signs, ...others } = seen;
  const key = [layers.map(({ id }) => id), signs.map(({ text }) => text), others, now.theme, visible()];
  if (!isNew(key)) return;
  keepingFocus(() => body.replaceChildren(...layerColumns(seen, toggle)));
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
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const { layer } = legend.contains(focused) ? focused.dataset : {};
  replace();
  if (layer) /** @type {HTMLElement | null} */ (legend.querySelector(`[data-layer="${layer}"]`))?.focus();
}

/** @param {string} id */
function toggle(id) {
  const shown = visible(), isOn = shown.includes(id);
  if (isOn) hidden.add(id);
  act({ layers: isOn ? shown.filter((other) => other !== id) : [...shown, id] });
}
