/* Pointer and keyboard on the map: what is under the pointer is lit and named, a click or Enter opens its card, arrow
 * keys go through what a layer holds. A click on a name means what is called so, one on nothing means that spot. */
import { opens, stepAlong } from "../accessible.js";
import { openFeature } from "../cards/feature.js";
import { canHover, isPlain, nearestAt } from "../dom.js";
import { facts, known } from "../facts.js";
import { on } from "../hooks.js";
import { dotAt, labelAt } from "../labels/labels.js";
import { goTo, orderOf } from "../layer_targets.js";
import { light } from "../marks/lines.js";
import { writtenPoint } from "../marks/points.js";
import { isKnown, pointRef } from "../reference.js";
import { act, allFeatures, feature, map, now, step } from "../state.js";
import { showName, showTip } from "../tooltip.js";
import { boundsOf, bringIn } from "../views.js";
import { status } from "../words.js";
import { showFocus } from "./focus_box.js";

const HELP =
  "Arrow keys move it, plus and minus zoom. Tab goes to each layer, arrow keys through what it holds.";
const DOUBLE = 250; // ms in which a second click means to come nearer
const IN_AREA = 6, FAR = 99; // px that count as the distance from an area, and from what is not in view
/** @type {string | null} */
let hovered = null;
/**
 * What is called by the name under the pointer.
 * @type {string | null}
 */
let named = null;

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
    (/** @type {{originalEvent: MouseEvent}} */ { originalEvent }) => over(originalEvent),
  );
  shape.on("mouseout", () => {
    hovered = null;
    light(null);
    showTip("");
  });
  shape.on("click", (/** @type {{originalEvent?: MouseEvent}} */ { originalEvent }) => {
    const ref = originalEvent && nearest(originalEvent);
    if (ref) open(townOver(ref, originalEvent) ?? ref);
  });
}

/**
 * The town whose dot lies on a line or an area just there.
 * @param {string} ref
 * @param {MouseEvent} event
 */
const townOver = (ref, event) =>
  feature(ref)?.isPoint || now.routes || step() ? null : dotAt(map.mouseEventToContainerPoint(event));

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

/** @param {MouseEvent} event */
function over(event) {
  const ref = canHover() ? nearest(event) : null;
  if (ref !== hovered) light(ref);
  hovered = ref;
  showTip(ref ? tipOf(ref) : "", map.mouseEventToContainerPoint(event));
}

/** @param {string} ref */
const tipOf = (ref) => `${facts.features[ref].name} · ${status(facts.features[ref])}`;

/* ---- names on the map, and the map itself ---- */
/**
 * What the name or the dot at a point means; where a layer holds a country or a sea, its part of it.
 * @param {L.Point} point
 */
function namedAt(point) {
  if (now.routes || step()) return null;
  const id = labelAt(point)?.id ?? dotAt(point) ?? undefined, ref = id?.replace(/^layer:/, "");
  return writtenPoint(id) ?? (ref && isKnown(ref, known) ? ref : null);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Leaflet also tells of a click on a button that took itself away, as one in a card or a legend may.
 * @param {MouseEvent} [event]
 */
const isMeant = (event) => event?.target instanceof Element && event.target.isConnected;

/** @param {{containerPoint: L.Point, latlng: L.LatLng, originalEvent?: MouseEvent}} event */
function clickMap({ containerPoint, latlng, originalEvent }) {
  clearTimeout(waiting);
  if (!isMeant(originalEvent) || now.routes || step()) return;
  const ref = namedAt(containerPoint);
  if (ref) open(ref);
  else waiting = setTimeout(() => open(pointRef({ lat: latlng.lat, lon: latlng.lng })), DOUBLE);
}

/** @param {{containerPoint: L.Point}} event */
function overMap({ containerPoint }) {
  const ref = canHover() ? namedAt(containerPoint) : null;
  if (ref !== named) showName(ref ? facts.features[ref]?.name ?? "" : "", containerPoint);
  if (ref) map.getContainer().classList.add("at-name");
  named = ref;
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
