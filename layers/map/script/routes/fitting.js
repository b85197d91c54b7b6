/* The view that shows an answer's routes whole and hides nothing of them under the legend. */
import { facts } from "../facts.js";
import { cornerPart } from "../space.js";
import { camera, map } from "../state.js";
import { isSmall, moveTo, viewOf } from "../views.js";

const PADDING = { large: 64, small: 30 }; // px round all routes
const GAP = 30; // px round the legend
const NEARER = 0.75; // zooms that are worth a flight
const ON_TOP = 0.3; // cost of a legend that stands on top

/**
 * At first all routes; later only where one lies outside the view, or where a far one has gone and the others could be
 * seen much nearer. A view that a hand has chosen comes no nearer.
 * @param {ShownRoutes} shown
 * @param {boolean} isFirst
 * @param {Options} [options]
 */
export function fitRoutes(shown, isFirst, { stay = false, fly = true } = {}) {
  const [west, south, east, north] = facts.extent;
  const points = shown.routes.flatMap(({ legs }) => legs.flatMap(({ latlngs }) => latlngs))
    .filter(({ lat, lng }) => lat > south && lat < north && lng > west && lng < east);
  const bounds = L.latLngBounds(points.length ? points : shown.ends);
  if (!bounds.isValid() || stay || (!isFirst && isSeenWell(bounds))) return;
  moveTo(clearView(bounds, points), { fly });
}

/** @param {L.LatLngBounds} bounds */
function isSeenWell(bounds) {
  if (!map.getBounds().contains(bounds)) return false;
  const { zoom } = viewOf(bounds, { padding: isSmall() ? PADDING.small : PADDING.large });
  return camera.goal === null || zoom - map.getZoom() < NEARER;
}

/**
 * The nearest view of the box that hides nothing under the legend: whole, with room below or beside, or the
 * legend on top.
 * @param {L.LatLngBounds} bounds
 * @param {L.LatLng[]} points
 * @returns {View}
 */
function clearView(bounds, points) {
  const legend = cornerPart();
  // There it is one button beside the others.
  if (isSmall() || !legend) return viewOf(bounds, { padding: PADDING.small });
  const box = legend.box();
  const tries = [{}, { bottom: box.height }, { right: box.width }, { isRaised: true }].map((room) => {
    const { isRaised = false, ...free } = room, view = viewOf(bounds, { padding: PADDING.large, ...free });
    return {
      view,
      isRaised,
      cost: hidden(view, points, box, isRaised) - view.zoom + (isRaised ? ON_TOP : 0),
    };
  });
  const [best] = tries.sort((a, b) => a.cost - b.cost);
  legend.raise(best.isRaised);
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
