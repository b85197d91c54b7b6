/* Pointer and keyboard of legs: the one under the pointer is lit and named, a click or Enter opens its card,
 * arrow keys go along a route. */
import { opens, stepAlong } from "../accessible.js";
import { canHover, isPlain, nearestAt } from "../dom.js";
import { apply, map, now, step } from "../state.js";
import { showTip } from "../tooltip.js";
import { bringIn } from "../views.js";
import { openPlaceAt } from "./closing_card.js";
import { groupOf, legAt, routing } from "./legs.js";
import { openLeg } from "./leg_card.js";
import { drawn, kmOf, stops } from "./routes.js";

const FAR = 99; // px
/**
 * The route along which the arrow keys came.
 * @type {number | null}
 */
let walking = null;

export function start() {
  drawn.on(
    "mouseover mousemove",
    (/** @type {{originalEvent: MouseEvent}} */ { originalEvent }) => under(originalEvent),
  );
  drawn.on("mouseout", () => light(null));
  drawn.on("click", (/** @type {{originalEvent?: MouseEvent}} */ { originalEvent }) => open(originalEvent));
  const container = map.getContainer();
  container.addEventListener("focusin", focus);
  container.addEventListener("focusout", (/** @type {FocusEvent} */ { target }) => {
    if (legOf(target)) light(null);
  });
  container.addEventListener("keydown", press);
}

/**
 * The leg whose stroke this is.
 * @param {EventTarget | null} target
 * @returns {string | undefined}
 */
const legOf = (target) => /** @type {HTMLElement | null} */ (target)?.dataset?.leg;

/**
 * @param {string | null} id
 * @param {L.Point} [point] where the tip stands; without one there is none
 */
function light(id, point) {
  if (now.lit !== id) apply({ lit: id });
  showTip(id && point ? tipOf(legAt(id)) : "", point);
}

/** @param {Leg} leg */
function tipOf(leg) {
  const whose = leg.users.length ? `route ${leg.users.join(", ")}` : "lost";
  return `${leg.name} · ${whose} · ${kmOf(leg)}`;
}

/** @param {MouseEvent} event */
function under(event) {
  if (canHover()) light(nearest(event), map.mouseEventToContainerPoint(event));
}

/** @param {MouseEvent} event */
function nearest(event) {
  const spot = map.mouseEventToLayerPoint(event);
  return nearestAt(event, legOf, (id) => legAt(id).shape.closestLayerPoint(spot)?.distance ?? FAR);
}

/** @param {MouseEvent} [event] */
function open(event) {
  if (openPlaceAt(event) || !event) return;
  const id = nearest(event);
  if (!id) return;
  goTo(id);
  openLeg(id);
}

/** @param {string} id */
const goTo = (id) => stops.goTo(groupOf(legAt(id)), id);

/** @param {FocusEvent} event */
function focus({ target, relatedTarget }) {
  const id = legOf(target);
  if (!routing() || !id || !(/** @type {Element} */ (target).matches(":focus-visible"))) return;
  const leg = legAt(id);
  if (!legOf(relatedTarget)) walking = leg.users[0] ?? null;
  bringIn(leg.shape.getBounds());
  light(id);
}

/**
 * A leg that several routes use belongs to the one along which the arrows came.
 * @param {KeyboardEvent} event
 */
function press(event) {
  const id = legOf(event.target), shown = routing();
  if (!id || !shown || !isPlain(event)) return;
  const leg = legAt(id), own = leg.users.find((n) => n === walking) ?? leg.users[0];
  const way = shown.routes.find(({ n }) => n === own)?.legs ?? shown.lost;
  const to = stepAlong(event.key, way.indexOf(leg), way.length);
  if (to !== undefined) goTo(way[to].id);
  else if (opens(event.key) && !step()) openLeg(id);
  else return;
  walking = own ?? null;
  event.preventDefault();
  event.stopPropagation();
}
