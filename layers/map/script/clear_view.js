/* One rule for what is shown whole: as near as it can be, clear of what covers an edge, of the buttons and of the legend. */
import { cornerPart, coveredEdges, onMap, startPart } from "./space.js";
import { map, step } from "./state.js";
import { isSmall, usualPadding, viewOf } from "./views.js";

const GAP = 30; // px round buttons and legend

/**
 * The nearest view of a box that hides none of the points under buttons and legend: whole, with room beside or below
 * them, or, where the legend may be raised, with it on top.
 * @param {L.LatLngBounds} bounds
 * @param {L.LatLng[]} points
 * @param {{padding?: number, raised?: number}} [how] px round the box; what raising the legend costs
 * @returns {View}
 */
export function clearView(bounds, points, { padding = usualPadding(), raised } = {}) {
  if (isSmall()) return viewOf(bounds, { padding }); // there they stand in a row that takes an edge
  const tries = placings(raised).flatMap(({ boxes, rooms, price, isRaised }) =>
    rooms.map((room) => {
      const view = viewOf(bounds, { padding, room: widest(room, coveredEdges()) });
      return { view, isRaised, cost: hidden(view, points, boxes) - view.zoom + price };
    })
  );
  const [best] = tries.sort((a, b) => a.cost - b.cost);
  if (raised !== undefined) cornerPart()?.raise(best.isRaised);
  return best.view;
}

/**
 * Where buttons and legend may stand, as boxes of the map, and the room that would keep clear of them.
 * @param {number} [raised] what raising the legend costs
 * @returns {{boxes: Edges[], rooms: Partial<Edges>[], price: number, isRaised: boolean}[]}
 */
function placings(raised) {
  const { x, y } = map.getSize(), none = { width: 0, height: 0 };
  const [start] = onMap([startPart() ?? new DOMRect()], map.getContainer());
  const { width, height } = step() ? none : cornerPart()?.box() ?? none;
  const buttons = start.right > start.left ? [{ ...start, left: 0, top: 0 }] : [];
  const asides = buttons.length ? [{}, { left: start.right }, { top: start.bottom }] : [{}];
  const legend = { left: x - width, right: x }, low = { ...legend, top: y - height, bottom: y };
  if (!width) return [{ boxes: buttons, rooms: asides, price: 0, isRaised: false }];
  const rooms = [{}, { bottom: height }, { right: width }]
    .flatMap((room) => asides.map((aside) => ({ ...room, ...aside })));
  const placed = [{ boxes: [...buttons, low], rooms, price: 0, isRaised: false }];
  if (raised === undefined) return placed;
  const high = { ...legend, top: 0, bottom: height };
  return [...placed, { boxes: [...buttons, high], rooms: asides, price: raised, isRaised: true }];
}

/**
 * @param {Partial<Edges>} room
 * @param {Partial<Edges>} other
 */
const widest = (room, other) => ({
  ...room,
  top: Math.max(room.top ?? 0, other.top ?? 0),
  bottom: Math.max(room.bottom ?? 0, other.bottom ?? 0),
});

/**
 * How many points a view hides under boxes of the map.
 * @param {View} view
 * @param {L.LatLng[]} points
 * @param {Edges[]} boxes
 */
function hidden({ lat, lon, zoom }, points, boxes) {
  const { x: width, y: height } = map.getSize();
  const corner = map.project([lat, lon], zoom).subtract([width / 2, height / 2]);
  return points.filter((point) => {
    const { x, y } = map.project(point, zoom).subtract(corner);
    return boxes.some(({ left, right, top, bottom }) =>
      x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP
    );
  }).length;
}
