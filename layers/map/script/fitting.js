/* One rule for what is shown whole: as near as it can be, clear of what covers an edge and of the legend. */
import { facts, layerFacts, placeFacts } from "./facts.js";
import { homeOf } from "./ground/first_view.js";
import { layerOf, pointOf } from "./reference.js";
import { cornerPart } from "./space.js";
import { countAction, feature, featuresOf, map, say, showLayer, step, visible } from "./state.js";
import { boundsOf, boundsOfBox, isSmall, moveTo, usualPadding, viewOf } from "./views.js";

const NEAREST_POINT = 9; // zoom
/** @type {Record<string, number>} */
const PLACE_ZOOM = { country: 6, sea: 5.5, lake: 7, area: 7.5 };
const TOWN_ZOOM = 8.5;
const GAP = 30; // px round the legend

/**
 * Shows "all", "home" or a reference whole.
 * @param {string} ref
 * @param {Options} [options]
 */
export function fit(ref, options) {
  const wanted = viewFor(String(ref));
  if (!wanted) return say("There is nothing to zoom to.");
  if (!["all", "home"].includes(ref)) showLayer(layerOf(ref));
  moveTo(wanted, options);
}

/**
 * The same, and says where the map goes.
 * @param {string} ref
 */
export function fitAloud(ref) {
  fit(ref);
  const name = placeFacts(ref)?.name ?? layerFacts(ref)?.short ?? feature(ref)?.facts.name;
  if (name) say(`The map goes to ${name}.`);
}

/**
 * A person asks for it.
 * @param {string} ref
 */
export function fitByHand(ref) {
  countAction();
  fitAloud(ref);
}

/**
 * The view that shows it; null where there is nothing to see.
 * @param {string} ref
 * @returns {View | null}
 */
export function viewFor(ref) {
  const place = placeFacts(ref), point = pointOf(ref);
  if (place) return viewOfPlace(place);
  if (point) return { ...point, zoom: TOWN_ZOOM };
  const bounds = boundsFor(ref);
  if (!bounds) return null;
  if (ref === "home") return viewOf(bounds, { padding: 0 });
  if (bounds.getNorthWest().equals(bounds.getSouthEast())) return viewOf(bounds, { nearest: NEAREST_POINT });
  return clearView(bounds, ref === "all" ? [] : pointsOf(ref));
}

/** @param {Place} place @returns {View} */
export const viewOfPlace = ({ lat, lon, kind }) => ({ lat, lon, zoom: PLACE_ZOOM[kind] ?? TOWN_ZOOM });

function home() {
  const { x: width, y: height } = map.getSize();
  return boundsOfBox(homeOf(facts.homes, { width, height }));
}

/** @param {string} ref @returns {L.LatLngBounds | null} */
function boundsFor(ref) {
  if (ref === "home") return home();
  if (ref === "all") {
    const boxes = visible().flatMap((id) => {
      const box = layerFacts(id)?.bounds;
      return box ? [boundsOfBox(box)] : [];
    });
    return boxes.length ? boxes.reduce((all, one) => all.extend(one)) : home();
  }
  const layer = layerFacts(ref), found = feature(ref);
  if (layer) return layer.bounds && boundsOfBox(layer.bounds);
  return found ? boundsOf(found) : null;
}

/**
 * The points of a layer or of a part of one.
 * @param {string} ref
 * @returns {L.LatLng[]}
 */
function pointsOf(ref) {
  const found = feature(ref), all = found ? [found] : featuresOf(ref);
  return all.flatMap(({ shape }) => (shape.getLatLngs ? shape.getLatLngs().flat(3) : [shape.getLatLng()]));
}

/**
 * The nearest view of a box that hides none of the points under the legend: whole, with room below or beside, or, where
 * the legend may be raised, with it on top.
 * @param {L.LatLngBounds} bounds
 * @param {L.LatLng[]} points
 * @param {{padding?: number, raised?: number}} [how] px round the box; what raising the legend costs
 * @returns {View}
 */
export function clearView(bounds, points, { padding = usualPadding(), raised } = {}) {
  const legend = step() ? null : cornerPart();
  // There it is one button beside the others.
  if (isSmall() || !legend) return viewOf(bounds, { padding });
  const box = legend.box();
  const rooms = [{ room: {}, isRaised: false }, { room: { bottom: box.height }, isRaised: false }, {
    room: { right: box.width },
    isRaised: false,
  }];
  if (raised !== undefined) rooms.push({ room: {}, isRaised: true });
  const tries = rooms.map(({ room, isRaised }) => {
    const view = viewOf(bounds, { padding, ...room }), price = isRaised ? raised ?? 0 : 0;
    return { view, isRaised, cost: hidden(view, points, box, isRaised) - view.zoom + price };
  });
  const [best] = tries.sort((a, b) => a.cost - b.cost);
  if (raised !== undefined) legend.raise(best.isRaised);
  return best.view;
}

/**
 * How many points a view hides under the legend.
 * @param {View} view
 * @param {L.LatLng[]} points
 * @param {DOMRect} box
 * @param {boolean} isRaised
 */
function hidden({ lat, lon, zoom }, points, box, isRaised) {
  const { x: width, y: height } = map.getSize();
  const corner = map.project([lat, lon], zoom).subtract([width / 2, height / 2]);
  const isUnder = (/** @type {L.LatLng} */ point) => {
    const { x, y } = map.project(point, zoom).subtract(corner);
    const isBeside = isRaised ? y < box.height + GAP : y > height - box.height - GAP;
    return x > width - box.width - GAP && isBeside;
  };
  return points.filter(isUnder).length;
}
