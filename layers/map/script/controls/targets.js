/* Pointer and keyboard on the map: what is under the pointer is lit and named, a click or Enter opens its card, arrow
 * keys go through what a layer holds. A name means what is called so, though a line runs under it; a click on nothing
 * means that spot. */
import { opens, stepAlong } from "../accessible.js";
import { openFeature } from "../cards/feature.js";
import { canHover, isPlain, nearestAt } from "../dom.js";
import { known, layerFacts } from "../facts.js";
import { on } from "../hooks.js";
import { dotAt, labelAt } from "../labels/labels.js";
import { goTo, orderOf } from "../layer_targets.js";
import { light } from "../marks/lines.js";
import { writtenPoint } from "../marks/points.js";
import { isKnown, pointRef } from "../reference.js";
import { act, allFeatures, feature, map, now, step } from "../state.js";
import { showName, showTip } from "../tooltip.js";
import { boundsOf, bringIn } from "../views.js";
import { stateOf } from "../words.js";
import { showFocus } from "./focus_box.js";

const HELP =
  "Arrow keys move it, plus and minus zoom. Tab goes to each layer, arrow keys through what it holds.";
const DOUBLE = 250; // ms in which a second click means to come nearer
const IN_AREA = 6, FAR = 99; // px that count as the distance from an area, and from what is not in view
/**
 * What the pointer means.
 * @type {string | null}
 */
let hovered = null;

export function start() {
  for (const { shape } of allFeatures()) listen(shape);
  map.on("click", clickMap);
  map.on("dblclick", () => clearTimeout(waiting));
  map.on("mousemove", overMap);
  on("move", () => showTip(""));
  const container = map.getContainer();
  container.setAttribute("role", "main"); // the one of this document
  container.setAttribute("aria-label", `Map. ${HELP}`);
  container.addEventListener("focusin", focus);
  container.addEventListener("focusout", () => {
    light(null);
    showFocus(null);
  });
  container.addEventListener("keydown", press);
}

/* ---- pointer ---- */
/** @param {L.Layer} shape */
function listen(shape) {
  shape.on(
    "mouseover mousemove",
    (/** @type {{originalEvent: MouseEvent}} */ { originalEvent }) =>
      over(originalEvent, nearest(originalEvent)),
  );
  shape.on("mouseout", () => {
    hovered = null;
    light(null);
    showTip("");
  });
  shape.on("click", (/** @type {{originalEvent?: MouseEvent}} */ { originalEvent }) => {
    const ref = originalEvent && meantAt(originalEvent, nearest(originalEvent));
    if (ref) open(ref);
  });
}

/**
 * What a pointer means: a sign or a dot that it is on, else a name that it is on, else what is drawn there or near.
 * @param {MouseEvent} event
 * @param {string | null} [drawn] what takes the pointer there
 */
function meantAt(event, drawn = null) {
  if (now.routes || step() || (drawn && isOnSign(drawn, event))) return drawn;
  const point = map.mouseEventToContainerPoint(event), isSign = feature(drawn)?.isPoint;
  return dotAt(point, 0) ?? namedBy(labelAt(point, 0)) ?? (isSign ? drawn : null) ?? dotAt(point) ?? drawn ??
    namedBy(labelAt(point));
}

/**
 * Round a sign is room for fingers, into which a name may reach.
 * @param {string} ref
 * @param {MouseEvent} event
 */
function isOnSign(ref, { clientX: x, clientY: y }) {
  const found = feature(ref), sign = found?.isPoint && found.shape.getElement()?.firstChild;
  if (!sign) return false;
  const { left, top, right, bottom } = sign.getBoundingClientRect();
  return x > left && x < right && y > top && y < bottom;
}

/**
 * What a label names; where a layer holds a country or a sea, its part of it.
 * @param {{id: string} | undefined} label
 */
function namedBy(label) {
  const id = label?.id, ref = id?.replace(/^layer:/, "");
  return writtenPoint(id) ?? (ref && isKnown(ref, known) ? ref : null);
}

/** @param {string} ref */
function open(ref) {
  showName("");
  goTo(ref);
  if (feature(ref)) openFeature(ref);
  else act({ selected: ref });
}

/**
 * The line nearest to the pointer, a point before any line.
 * @param {MouseEvent} event
 */
function nearest(event) {
  const spot = map.mouseEventToLayerPoint(event);
  return nearestAt(event, refOf, (ref) => {
    const { shape, isPoint, isArea } = /** @type {Feature} */ (feature(ref));
    if (isPoint) return 0;
    return isArea ? IN_AREA : shape.closestLayerPoint(spot)?.distance ?? FAR;
  });
}

/**
 * The feature that an element belongs to.
 * @param {Element} element
 */
const refOf = (element) => element.closest?.("[data-ref]")?.getAttribute("data-ref") ?? undefined;

/** @param {MouseEvent} event @param {string | null} [drawn] */
function over(event, drawn) {
  const ref = canHover() ? meantAt(event, drawn) : null, found = feature(ref);
  if (!ref && !hovered) return;
  if (ref !== hovered) light(ref);
  hovered = ref;
  showName(found ? tipOf(found) : "", map.mouseEventToContainerPoint(event));
  map.getContainer().classList.toggle("at-name", ref !== null);
}

/**
 * Leaflet also tells of a move over what is drawn, of which its own listeners have heard.
 * @param {{originalEvent: MouseEvent}} event
 */
function overMap({ originalEvent: event }) {
  if (!(event.target instanceof Element && refOf(event.target))) over(event);
}

/** @param {Feature} found */
const tipOf = ({ facts, layer }) =>
  [facts.name, stateOf(facts, layerFacts(layer))].filter(Boolean).join(" · ");

/* ---- the map itself ---- */
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Leaflet also tells of a click on a button that took itself away, as one in a card or a legend may.
 * @param {MouseEvent} [event]
 */
const isMeant = (event) => event?.target instanceof Element && event.target.isConnected;

/** @param {{latlng: L.LatLng, originalEvent?: MouseEvent}} event */
function clickMap({ latlng, originalEvent }) {
  clearTimeout(waiting);
  if (!originalEvent || !isMeant(originalEvent) || now.routes || step()) return;
  const ref = meantAt(originalEvent);
  if (ref) open(ref);
  else waiting = setTimeout(() => open(pointRef({ lat: latlng.lat, lon: latlng.lng })), DOUBLE);
}

/* ---- keyboard ---- */
/** @param {FocusEvent} event */
function focus({ target }) {
  const element = /** @type {HTMLElement} */ (target), found = feature(element.dataset?.ref ?? null);
  if (!found || !element.matches(":focus-visible")) return;
  const bounds = boundsOf(found);
  bringIn(bounds);
  light(found.ref);
  showFocus(found);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const found = feature(/** @type {HTMLElement} */ (event.target).dataset?.ref ?? null);
  if (!found || !isPlain(event)) return;
  const order = orderOf(found.layer), to = stepAlong(event.key, order.indexOf(found.ref), order.length);
  if (to !== undefined) goTo(order[to]);
  else if (opens(event.key) && !step()) openFeature(found.ref);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
