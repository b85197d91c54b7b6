/* Where the ring round what a step speaks of lies now. spotlight.js draws it, names keep outside of it. */
import { big } from "./emphasis.js";
import { facts, layerFacts, placeFacts } from "./facts.js";
import { feature, map, step } from "./state.js";
import { boundsOf, boundsOfBox } from "./views.js";

const POINT = 80, ROOM = 14; // px across a place; px round a line
const MOST = 0.84; // part of the map's height

/**
 * A point, or the box of a line or a layer.
 * @param {string} ref
 */
function ringed(ref) {
  const place = placeFacts(ref), found = feature(ref);
  if (place) return L.latLngBounds([[place.lat, place.lon]]);
  if (found) return boundsOf(found);
  return boundsOfBox(/** @type {Box} */ (layerFacts(ref)?.bounds));
}

/** Its centre and its radius in px; null without one. */
export function measure() {
  const ref = step()?.spotlight;
  if (!ref) return null;
  const box = ringed(ref), scale = big();
  const from = map.latLngToLayerPoint(box.getNorthWest()), to = map.latLngToLayerPoint(box.getSouthEast());
  const across = from.equals(to) ? POINT * scale : from.distanceTo(to) + 2 * ROOM * scale;
  const least = facts.tokens.spotlight.diameter_min * scale;
  const diameter = Math.max(least, Math.min(across, MOST * map.getSize().y));
  return { centre: map.layerPointToLatLng(from.add(to).divideBy(2)), radius: diameter / 2 };
}

/** The same as {x, y, radius} in px of the map. */
export function ring() {
  const found = measure();
  return found && { ...map.latLngToContainerPoint(found.centre), radius: found.radius };
}
