/* Which of the offered names stand, and where: the cheapest free place each, in order of priority. No label
 * lies on another, on a dot or on what others have reserved. Touches no map. */

const TURNS = ["chosen", "focus", "port", "sea", "line", "area", "country", "capital", "station", "city"];
const EDGE = 4; // px
const ALONG = [0.25, 0.5, 0.75]; // of the line from a dot to its name

/**
 * By turn, then by its numbers, then by id, so that the same view is always named alike.
 * @param {Offer[]} offers
 */
export function inOrder(offers) {
  const keyed = offers.map((offer) => {
    const [name, first = 0, second = 0] = offer.turn;
    return { offer, keys: [TURNS.indexOf(name), first, second] };
  });
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, n) => key !== b.keys[n]);
    return at < 0 ? (a.offer.id < b.offer.id ? -1 : 1) : a.keys[at] - b.keys[at];
  });
  return keyed.map(({ offer }) => offer);
}

/** @param {LabelBox} a @param {LabelBox} b @param {number} pad */
export const meets = (a, b, pad) =>
  a.x - pad < b.x + b.w && a.x + a.w + pad > b.x && a.y - pad < b.y + b.h && a.y + a.h + pad > b.y;

/** @param {LabelBox} box @param {Frame} frame */
const isInside = ({ x, y, w, h }, { width, height }) =>
  x >= EDGE && y >= EDGE && x + w <= width - EDGE && y + h <= height - EDGE;

/** @param {Dot} dot @returns {LabelBox} */
const dotBox = ({ x, y, radius: r }) => ({ x: x - r - 1, y: y - r - 1, w: 2 * r + 2, h: 2 * r + 2 });

/**
 * What a dot takes: its own box, and boxes along the line from it to its name.
 * @param {Dot} dot
 * @returns {LabelBox[]}
 */
function dotBoxes(dot) {
  const { x, y, leader } = dot;
  if (!leader) return [dotBox(dot)];
  const along = (/** @type {number} */ part) => ({
    x: x + (leader.x - x) * part,
    y: y + (leader.y - y) * part,
    w: 0,
    h: 0,
  });
  return [dotBox(dot), ...ALONG.map(along)];
}

/**
 * The cheapest free place; null when all are taken or dearer than the offer's limit.
 * @param {Offer} offer
 * @param {Pick<LabelView, "frame" | "room">} view
 * @param {LabelBox[]} boxes that are taken
 */
export function choose(offer, { frame, room }, boxes) {
  const { dot } = offer;
  const isFree = (/** @type {Dot} */ one) =>
    dotBoxes(one).every((own) => !boxes.some((box) => meets(own, box, 0)));
  if (dot && !isFree(dot)) return null;
  /** @type {LabelPlace | null} */
  let best = null, least = offer.limit;
  for (const place of offer.places()) {
    if (place.cost >= least || !isInside(place, frame)) continue;
    if (boxes.some((box) => meets(place, box, offer.pad))) continue;
    let cost = place.cost + offer.lines * room.weight(place);
    if (cost < least && offer.judged) cost += offer.judged(place);
    if (cost < least && place.dot && !isFree(place.dot)) continue;
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

/**
 * The labels that stand, and the dots of towns: with each name, and of stops whose name found no place. It may
 * be interrupted after each name.
 * @param {Offer[]} offers
 * @param {Pick<LabelView, "frame" | "room">} view
 * @param {LabelBox[]} taken
 * @returns {Generator<void, {labels: ChosenLabel[], dots: Dot[]}>}
 */
export function* settling(offers, view, taken) {
  const boxes = [...taken], stops = [];
  /** @type {ChosenLabel[]} */
  const labels = [];
  for (const offer of inOrder(offers)) {
    const place = choose(offer, view, boxes), dot = place?.dot ?? offer.dot;
    if (place) {
      boxes.push(place, ...(dot ? dotBoxes(dot) : []));
      const style = /** @type {LabelStyle} */ (place.style ?? offer.style);
      labels.push({ ...offer, ...place, text: place.text ?? offer.text, style });
    } else if (dot?.isStop) stops.push(dot);
    yield;
  }
  const free = stops.filter((dot) => !boxes.some((box) => meets(dotBox(dot), box, 0)));
  return { labels, dots: [...labels.flatMap(({ dot }) => dot ?? []), ...free] };
}
