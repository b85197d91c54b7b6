/* Where a card stands beside its subject and hides least of it. Boxes are {left, top, right, bottom} in px of the map. */

export const INSET = 12; // px
export const GLYPH = 14; // px round a point
const ZOOM_BUTTONS = 52; // px
const SUBJECT = 10, CONTROLS = 1 / 40000; // cost of hiding all of the subject, and of a px of a control
const MOVING = 0.4; // cost of leaving a spot
const AWAY = 0.8, OUT = 20; // cost of a corner, and of a spot that the map does not hold
const BESIDE = 22; // px between the subject and its card

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

/**
 * The four sides of a point.
 * @param {{x: number, y: number}} point
 * @param {{width: number, height: number}} card
 * @returns {Edges[]}
 */
export function sides({ x, y }, { width, height }) {
  const middle = y - height / 2, centre = x - width / 2;
  const spots = [[x + BESIDE, middle], [x - BESIDE - width, middle], [centre, y - BESIDE - height], [
    centre,
    y + BESIDE,
  ]];
  return spots.map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
}

/**
 * What it costs to stand there before anything is hidden.
 * @param {{x: number, y: number}} map
 * @param {Edges[]} besides
 * @param {Edges[]} corners
 */
export const priced = ({ x, y }, besides, corners) => [
  ...besides.map((spot) => {
    const { left, top, right, bottom } = spot;
    const isIn = left >= INSET && top >= INSET && right <= x - INSET && bottom <= y - INSET;
    return { spot, price: isIn ? 0 : OUT };
  }),
  ...corners.map((spot) => ({ spot, price: AWAY })),
];

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
 * It leaves its spot only for one that is clearly better.
 * @param {{spot: Edges, price: number}[]} spots
 * @param {number | null} current
 * @param {{x: number, y: number}[]} points
 * @param {Edges[]} controls
 */
export function bestSpot(spots, current, points, controls) {
  const costs = spots.map(({ spot, price }, at) =>
    price + cost(spot, points, controls) - (at === current ? MOVING : 0)
  );
  return costs.indexOf(Math.min(...costs));
}
