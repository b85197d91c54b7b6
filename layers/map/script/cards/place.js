/* Where a card hides least of its subject. Boxes are {left, top, right, bottom} in px of the map. */

export const INSET = 12; // px
export const GLYPH = 14; // px round a point
const ZOOM_BUTTONS = 52; // px
const SUBJECT = 10, CONTROLS = 1 / 40000; // cost of hiding all of the subject, and of a px of a control
const MOVING = 0.4; // cost of leaving a corner

/**
 * The four corners for a card of a size, the best of equals first.
 * @param {{x: number, y: number}} map
 * @param {{width: number, height: number}} card
 * @returns {Edges[]}
 */
export function corners({ x, y }, { width, height }) {
  const right = x - width - INSET, low = y - height - INSET;
  return [[right, INSET], [INSET + ZOOM_BUTTONS, INSET], [INSET, low], [right, low]]
    .map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
}

/** @param {Edges} a @param {Edges} b */
const overlap = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * The share of its subject that a card would hide there counts most, then controls.
 * @param {Edges} spot
 * @param {{x: number, y: number}[]} points of the subject
 * @param {Edges[]} controls
 */
function cost(spot, points, controls) {
  const isHidden = (/** @type {{x: number, y: number}} */ { x, y }) =>
    x > spot.left - GLYPH && x < spot.right + GLYPH && y > spot.top - GLYPH && y < spot.bottom + GLYPH;
  const hidden = points.filter(isHidden).length / Math.max(1, points.length);
  return SUBJECT * hidden + controls.reduce((sum, box) => sum + overlap(spot, box) * CONTROLS, 0);
}

/**
 * It leaves its corner only for one where it hides clearly less.
 * @param {Edges[]} spots
 * @param {number | null} current
 * @param {{x: number, y: number}[]} points
 * @param {Edges[]} controls
 */
export function bestCorner(spots, current, points, controls) {
  const costs = spots.map((spot, at) => cost(spot, points, controls) - (at === current ? MOVING : 0));
  return costs.indexOf(Math.min(...costs));
}
