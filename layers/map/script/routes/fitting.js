/* When the view follows an answer's routes. */
import { clearView } from "../clear_view.js";
import { facts } from "../facts.js";
import { camera, map } from "../state.js";
import { isSmall, moveTo, viewOf } from "../views.js";

const PADDING = { large: 64, small: 30 }; // px round all routes
const NEARER = 0.75; // zooms that are worth a flight
const ON_TOP = 0.3; // cost of a legend that stands on top

const paddingNow = () => (isSmall() ? PADDING.small : PADDING.large);

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
  moveTo(clearView(bounds, points, { padding: paddingNow(), raised: ON_TOP }), { fly });
}

/** @param {L.LatLngBounds} bounds */
function isSeenWell(bounds) {
  if (!map.getBounds().contains(bounds)) return false;
  const { zoom } = viewOf(bounds, { padding: paddingNow() });
  return camera.goal === null || zoom - map.getZoom() < NEARER;
}
