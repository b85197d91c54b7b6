/* The names of countries: where each may stand, and how it is set. */
import { callouts, overNeighbours } from "./callouts.js";
import { around, centred, measure } from "./lettering.js";
import { anchors } from "./places.js";

const FOCUS = ["GE", "AM", "AZ", "IL"]; // small, and in the middle of everything that the atlas tells
const FOCUS_FROM_ZOOM = 3.6;
const SMALL = { less: 1, tracking: 0.02 }; // px and em, where no larger name fits
const TIGHT_COST = 14; // one size of type for all countries looks calmer than the best place for each
const COAST_COST = 60; // of a name that runs over the coast into the sea: only where none fits on land
const COMMON = { pad: 2, lines: 2.2 }; // px and cost, as of all names across land and sea
const STEPS = [-4, -2, 0, 2]; // px between the rows of the screen
const ASHORE = 0.12; // share of its first or last letter that lies at home at least
const DISPUTED = 0.1; // share of a name that may lie on ground of disputed status
const DISPUTED_COST = 100; // of one that must stand and lies all on such ground
const SOLID = 0.75; // share of the rows round a name that is home, or it would stand in a sliver
const LAND = 0.025; // share of a name at sea that may lie on a neighbour's land: a row of the screen is 8 px high

/** @param {LabelledPlace} place */
const isFocus = ({ country: iso }) => FOCUS.includes(iso);
/**
 * What is named however small it is: the countries that the atlas or this step of a tour tells of.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
export const isWanted = ({ frame, spoken }, place) =>
  place.kind === "country" &&
  (spoken.has(place.country) || (isFocus(place) && frame.zoom >= FOCUS_FROM_ZOOM));

/**
 * What the atlas tells of is named before ports and towns, and over the lines.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @returns {Omit<Offer, "id">}
 */
export function country(view, place) {
  if (view.closed.has(place.country)) return closedCountry(view, place);
  const { frame, room, tokens: { type } } = view,
    { size, weight: usualWeight, tracking_em, tracking_small_em } = type.map.country;
  const text = place.name.toLocaleUpperCase(place.country === "TR" ? "tr" : "en");
  const wanted = isWanted(view, place);
  const weight = isFocus(place) ? type.map.capital.weight : usualWeight;
  const usual = { size: sized(size, frame.zoom), weight, tracking: tracking_em };
  const tight = { size: size[0], weight, tracking: tracking_small_em };
  const styles = wanted && Math.round(frame.zoom) < 6
    ? [tight, { size: size[0] - SMALL.less, weight, tracking: SMALL.tracking }]
    : [usual, tight];
  const places = () => [
    ...styles.flatMap((style, tightness) =>
      atHome(view, place, measure(text, style, type.family), wanted)
        .map((spot) => ({ ...spot, style, cost: spot.cost + TIGHT_COST * tightness }))
    ),
    ...(view.spoken.has(place.country)
      ? callouts(view, place, measure(text, tight, type.family), tight)
      : []),
  ];
  return {
    ...COMMON,
    // Over the lines, which would else leave these small lands no room.
    ...(isFocus(place) && { lines: 0.2, isFocus: true }),
    low: !isFocus(place),
    kind: "country",
    text,
    country: place.country,
    limit: wanted ? 120 : 40,
    places,
    turn: [wanted ? "focus" : "country", isFocus(place) ? 0 : 1, place.rank],
    judged: (spot) =>
      spot.dot
        ? overNeighbours(room, place.country, spot, FOCUS)
        : abroad(room, place, spot) + onDisputed(room, place, spot),
  };
}

/**
 * Said in red over the hatch, before all other names.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @returns {Omit<Offer, "id">}
 */
function closedCountry(view, place) {
  const { type } = view.tokens, { size: [, size], weight } = type.map.line, style = { size, weight };
  const text = `${place.name} closed`;
  return {
    ...COMMON,
    low: true,
    kind: "country",
    text,
    style,
    country: place.country,
    isClosed: true,
    isWet: false,
    limit: 80,
    places: () => atHome(view, place, measure(text, style, type.family), true),
    turn: ["chosen", 9],
    judged: (spot) => abroad(view.room, place, spot) + onDisputed(view.room, place, spot),
  };
}

/**
 * Round its own points, and where else it reaches into the view; what matters is sought in every row, and may
 * run out to sea.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @param {Size} box
 * @param {boolean} isWanted
 * @returns {LabelPlace[]}
 */
function atHome(view, place, box, isWanted) {
  const spans = view.room.spans(place.country);
  return [
    ...anchors(view, place).flatMap((at, n) => around(at, box, 2 * Math.min(n, 3))),
    ...reaches(spans, box, view.frame, isWanted),
    ...(isWanted ? offshore(spans, box) : []),
  ];
}

/**
 * Begins or ends on the land and runs over the coast, as names of small countries do on paper.
 * @param {Span[]} spans
 * @param {Size} box
 * @returns {LabelPlace[]}
 */
function offshore(spans, { w, h }) {
  return spans.filter(({ from, to }) => to - from < w).flatMap(({ y, from, to }) => {
    const ashore = Math.min(to - from, h), ends = [from + ashore - w, to - ashore];
    return STEPS.flatMap((step) =>
      ends.map((x) => ({ x, y: y + step - h / 2, w, h, cost: COAST_COST, isOffshore: true }))
    );
  });
}

/**
 * A country's name keeps its middle at home, or one end while the rest lies on open water. The part over a
 * neighbour is dear, the part over water less.
 * @param {Room} room
 * @param {LabelledPlace} place
 * @param {LabelPlace} spot
 */
function abroad(room, place, spot) {
  const { country: iso } = place, { x, y, w, h } = spot;
  const wider = { x: x - 24, y: y - 24, w: w + 48, h: h + 48 };
  const own = atHomeIn(room, place, spot), foreign = Math.max(0, room.land(spot) - own);
  if (spot.isOffshore) return foreign < LAND && endsAtHome(room, iso, spot) ? 0 : Infinity;
  if (atHomeIn(room, place, { x: x + w / 2 - 0.5, y: y + h / 2, w: 1, h: 0 }) <= 0.5) return Infinity;
  if (foreign > 0.45) return Infinity;
  if (spot.isReach && room.share(iso, { x, y: y - h, w, h: 3 * h }) < SOLID) return Infinity;
  return 50 * foreign + 24 * (1 - own - foreign) + 14 * (1 - atHomeIn(room, place, wider));
}

/**
 * The part of a box that lies in a country. The small lands in the middle, which must be named, have no other room
 * far out than what is disputed in them.
 * @param {Room} room
 * @param {LabelledPlace} place
 * @param {LabelBox} box
 */
const atHomeIn = (room, place, box) =>
  room.share(place.country, box) + (isFocus(place) ? room.disputed(box) : 0);

/**
 * A country's name on disputed ground would settle what is not.
 * @param {Room} room
 * @param {LabelledPlace} place
 * @param {LabelPlace} spot
 */
function onDisputed(room, place, spot) {
  const share = room.disputed(spot);
  if (isFocus(place)) return DISPUTED_COST * share;
  return share > DISPUTED ? Infinity : 0;
}

/** @param {Room} room @param {string} iso @param {LabelPlace} spot */
const endsAtHome = (room, iso, { x, y, w, h }) =>
  [x, x + w - h].some((end) => room.share(iso, { x: end, y, w: h, h }) > ASHORE);

/**
 * Where a country reaches into the view though its own points may lie outside: the middle of its wide rows; what is
 * wanted is content with narrower ones, for `abroad` judges each place.
 * @param {Span[]} spans
 * @param {Size} box
 * @param {Frame} frame
 * @param {boolean} isWanted
 * @returns {LabelPlace[]}
 */
function reaches(spans, box, { width, height }, isWanted) {
  const least = isWanted ? box.w / 2 : box.w + 12, step = isWanted ? 1 : 3; // px, and of how many rows one is tried
  const steps = isWanted ? STEPS : [0];
  const rows = spans.filter(({ from, to, y }) =>
    to - from > least && y > box.h + 12 && y < height - box.h - 12
  );
  const middle = rows.reduce((sum, { y }) => sum + y, 0) / rows.length;
  return rows.filter((_, n) => n % step === 0).flatMap(({ from, to, y }) =>
    [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((part, n) => {
      const cost = 10 + n + Math.abs(y - middle) / 30 + (to - from < width / 4 ? 3 : 0);
      return steps.map((more) => ({
        ...centred({ x: from + (to - from) * part, y: y + more }, box, cost),
        isReach: !isWanted,
      }));
    })
  );
}

/** @param {number[]} sizes from zoom 4 @param {number} zoom */
const sized = (sizes, zoom) => sizes[Math.max(0, Math.min(sizes.length - 1, Math.round(zoom) - 4))];
