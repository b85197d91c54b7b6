/* Which names of countries, seas, lakes and areas the map offers in this view, how each is set, and where it
 * may stand. labels.js chooses among these offers and those of town_names.js and line_names.js; what an offer
 * holds says types.d.ts. */
import { placeRef } from "../reference.js";
import { around, centred, measure, wrapped } from "./lettering.js";

const FOCUS = ["GE", "AM", "AZ"]; // small, and in the middle of everything that the atlas tells
const WHOLE_NAME_FROM_ZOOM = 7; // "Abkhazia (Georgia; outside government control)"; the short one below that
const SEAS_LARGER_FROM_ZOOM = 6;
const TIGHT_COST = 14; // one size of type for all countries looks calmer than the best place for each
const COMMON = { low: true, pad: 3, lines: 2.2 }; // px and cost, of all names across land and sea

/** @type {Record<string, (view: LabelView, place: LabelledPlace) => Omit<Offer, "id">>} */
const KINDS = { country, sea, lake: sea, area };

/** @param {{kind: string}} place one whose name is written across it */
export const isLarge = ({ kind }) => Object.hasOwn(KINDS, kind);

/** @param {LabelView} view @returns {Offer[]} */
export function placeNames(view) {
  return view.places
    .filter((place) => isLarge(place) && isDue(view, place))
    .filter(({ kind, country: iso }) => kind !== "country" || view.room.sees(iso))
    .map((place) => ({ id: placeRef(place.id), ...KINDS[place.kind](view, place) }));
}

/* ---- shared with town_names.js ---- */
/** @param {LabelView} view @param {LabelledPlace} place */
export const isChosen = (view, place) => view.isChosen(placeRef(place.id));
/** @param {LabelView} view @param {LabelledPlace} place */
export const isStation = (view, place) => view.stations.has(place.name);
/**
 * Whether this zoom is near enough.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
export const isDue = (view, place) =>
  isChosen(view, place) || view.frame.zoom + 0.1 >= place.rank + (isStation(view, place) ? 1 : 2);
/**
 * @param {LabelView} view
 * @param {[number, number]} position lon and lat
 * @returns {L.Point}
 */
export const onScreen = (view, [lon, lat]) => view.map.latLngToContainerPoint([lat, lon]);

/* ---- countries ---- */
/** @param {LabelView} view @param {LabelledPlace} place @returns {Omit<Offer, "id">} */
function country(view, place) {
  if (view.closed.has(place.country)) return closedCountry(view, place);
  const { frame, room, tokens: { type } } = view,
    { size, weight, tracking_em, tracking_small_em } = type.map.country;
  const text = place.name.toLocaleUpperCase(place.country === "TR" ? "tr" : "en");
  const isFocus = FOCUS.includes(place.country);
  const usual = { size: sized(size, frame.zoom), weight, tracking: tracking_em };
  const tight = { size: size[0], weight, tracking: tracking_small_em };
  const styles = isFocus && Math.round(frame.zoom) < 6 ? [tight] : [usual, tight];
  const places = () =>
    styles.flatMap((style, tightness) =>
      atHome(view, place, measure(text, style, type.family), isFocus ? 1 : 3)
        .map((spot) => ({ ...spot, style, cost: spot.cost + TIGHT_COST * tightness }))
    );
  return {
    ...COMMON,
    kind: "country",
    text,
    country: place.country,
    limit: isFocus ? 60 : 40,
    places,
    turn: [isFocus ? "focus" : "country", place.rank],
    judged: (spot) => abroad(room, place.country, spot),
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
    kind: "country",
    text,
    style,
    country: place.country,
    isClosed: true,
    isWet: false,
    limit: 80,
    places: () => atHome(view, place, measure(text, style, type.family), 1),
    turn: ["chosen", 9],
    judged: (spot) => abroad(view.room, place.country, spot),
  };
}

/**
 * Round its own points, and where else it reaches into the view.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @param {Size} box
 * @param {number} step
 * @returns {LabelPlace[]}
 */
const atHome = (view, place, box, step) => [
  ...anchors(view, place).flatMap((at, n) => around(at, box, 2 * Math.min(n, 3))),
  ...reaches(view.room.spans(place.country), box, view.frame, step),
];

/**
 * A country's name keeps its middle at home. The part over a neighbour is dear, the part over water less.
 * @param {Room} room
 * @param {string} iso
 * @param {LabelPlace} spot
 */
function abroad(room, iso, spot) {
  const { x, y, w, h } = spot, wider = { x: x - 24, y: y - 24, w: w + 48, h: h + 48 };
  if (!room.has(iso, x + w / 2, y + h / 2)) return Infinity;
  const own = room.share(iso, spot), foreign = Math.max(0, room.land(spot) - own);
  if (foreign > 0.45) return Infinity;
  return 60 * foreign + 12 * (1 - own - foreign) + 14 * (1 - room.share(iso, wider));
}

/**
 * Where a country reaches into the view though its own points may lie outside: the middle of its wide rows.
 * @param {Span[]} spans
 * @param {Size} box
 * @param {Frame} frame
 * @param {number} step of how many rows one is tried
 * @returns {LabelPlace[]}
 */
function reaches(spans, box, { width, height }, step) {
  const rows = spans.filter(({ from, to, y }) =>
    to - from > box.w + 12 && y > box.h + 12 && y < height - box.h - 12
  );
  const middle = rows.reduce((sum, { y }) => sum + y, 0) / rows.length;
  return rows.filter((_, n) => n % step === 0).flatMap(({ from, to, y }) =>
    [0.5, 0.4, 0.6, 0.3, 0.7].map((part, n) => {
      const cost = 10 + n + Math.abs(y - middle) / 30 + (to - from < width / 4 ? 3 : 0);
      return centred({ x: from + (to - from) * part, y }, box, cost);
    })
  );
}

/* ---- seas, lakes and areas ---- */
/** @param {LabelView} view @param {LabelledPlace} place @returns {Omit<Offer, "id">} */
function sea(view, place) {
  const { room, frame, tokens: { type } } = view, { size, weight, tracking_em: tracking } = type.map.sea;
  const isLake = place.kind === "lake";
  const larger = Math.max(0, 4 - place.rank) + (frame.zoom >= SEAS_LARGER_FROM_ZOOM ? 1 : 0);
  const style = {
    size: size[Math.min(isLake ? 0 : larger, size.length - 1)],
    weight,
    italic: true,
    tracking,
  };
  const texts = [...new Set([place.name, place.name.replace(" ", "\n")])];
  return {
    ...COMMON,
    kind: "sea",
    text: place.name,
    style,
    isWet: true,
    limit: place.rank > 2 ? 24 : 40,
    places: () => across(view, place, texts, style, 3),
    turn: ["sea", place.rank],
    judged: (spot) => (isLake ? 0 : 120 * room.land(spot)),
  };
}

/** @param {LabelView} view @param {LabelledPlace} place @returns {Omit<Offer, "id">} */
function area(view, place) {
  const style = view.tokens.type.map.area, short = wrapped(place.label ?? place.name);
  const texts = view.frame.zoom >= WHOLE_NAME_FROM_ZOOM
    ? [...new Set([wrapped(place.name), short])]
    : [short];
  return {
    ...COMMON,
    kind: "area",
    text: short,
    style,
    limit: 12,
    places: () => across(view, place, texts, style, 5),
    turn: ["area", place.rank],
  };
}

/**
 * Round its points, in each of its texts; the later ones cost so much more.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @param {string[]} texts
 * @param {LabelStyle} style
 * @param {number} dearer
 * @returns {LabelPlace[]}
 */
function across(view, place, texts, style, dearer) {
  const { family } = view.tokens.type;
  return anchors(view, place).flatMap((at, n) =>
    texts.flatMap((text, later) =>
      around(at, measure(text, style, family), 2 * n + dearer * later).map((spot) => ({ ...spot, text }))
    )
  );
}

/** @param {number[]} sizes from zoom 4 @param {number} zoom */
const sized = (sizes, zoom) => sizes[Math.max(0, Math.min(sizes.length - 1, Math.round(zoom) - 4))];

/**
 * A place's own points in or near the view.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 */
function anchors(view, place) {
  /** @type {[number, number][]} */
  const positions = [[place.lon, place.lat], ...(place.anchors ?? [])];
  return positions.map((at) => onScreen(view, at)).filter((at) => isNear(at, view.frame));
}

/** @param {L.Point} point @param {Frame} frame */
const isNear = ({ x, y }, { width, height }) => x > -60 && y > -60 && x < width + 60 && y < height + 60;
