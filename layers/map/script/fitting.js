/* What is shown whole, and from how near: all, a layer, a part of one, a place or a point. */
import { clearView } from "./clear_view.js";
import { facts, layerFacts, placeFacts } from "./facts.js";
import { homeOf } from "./ground/first_view.js";
import { layerOf, pointOf } from "./reference.js";
import { countAction, feature, featuresOf, map, say, showLayer, visible } from "./state.js";
import { boundsOf, boundsOfBox, moveTo, viewOf } from "./views.js";

const NEAREST_POINT = 9; // zoom
/** @type {Record<string, number>} */
const PLACE_ZOOM = { country: 6, sea: 5.5, lake: 7, area: 7.5 };
const TOWN_ZOOM = 8.5;
const STEPS = 40; // points that stand for a line, over the width of what is shown

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
  if (ref === "home") return viewOf(bounds, { padding: 0, room: {} }); // as the first picture
  if (bounds.getNorthWest().equals(bounds.getSouthEast())) return viewOf(bounds, { nearest: NEAREST_POINT });
  return clearView(bounds, ref === "all" ? [] : pointsOf(ref, bounds));
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
 * Points along a layer or a part of one: no straight piece is too long to be seen.
 * @param {string} ref
 * @param {L.LatLngBounds} bounds
 * @returns {L.LatLng[]}
 */
function pointsOf(ref, bounds) {
  const found = feature(ref), all = found ? [found] : featuresOf(ref);
  const length = Math.max(bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth()) / STEPS;
  return all.flatMap(({ shape }) =>
    shape.getLatLngs
      ? linesIn(shape.getLatLngs()).flatMap((line) => along(line, length))
      : [shape.getLatLng()]
  );
}

/**
 * @param {any[]} nested
 * @returns {L.LatLng[][]}
 */
const linesIn = (nested) => Array.isArray(nested[0]) ? nested.flatMap(linesIn) : [nested];

/**
 * @param {L.LatLng[]} line
 * @param {number} length degrees
 */
const along = (line, length) =>
  line.flatMap((from, n) => {
    const to = line[n + 1] ?? from, lat = to.lat - from.lat, lng = to.lng - from.lng;
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(lat), Math.abs(lng)) / length));
    return Array.from({ length: pieces }, (_, at) =>
      L.latLng(from.lat + lat * at / pieces, from.lng + lng * at / pieces));
  });
