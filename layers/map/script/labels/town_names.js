/* Which names of towns, and of the ports, fields and other points of the layers that are on, the map offers
 * in this view. */
import { format, placeRef } from "../reference.js";
import { beside, measure } from "./lettering.js";
import { isLarge } from "./place_names.js";
import { isChosen, isDue, isStation, onScreen } from "./places.js";

// Points whose names are set like those of ports.
const GREAT = ["port", "planned-port", "gas-field", "well", "platform", "route-stop"];
const MINOR_FROM_ZOOM = 6; // for other points; nearer to the ground their glyphs stand far enough apart
const UNDER_GLYPH = 12; // px: a town so near to a glyph shares it
const LARGE_TOWN = 500_000, METROPOLIS = 5_000_000; // people
const RADIUS = { capital: 4.5, town: 3 }; // px, of a dot

/**
 * Towns and points together: where a harbour's glyph lies on its town, the town's name says enough.
 * @param {LabelView} view
 * @returns {Offer[]}
 */
export function townNames(view) {
  const named = towns(view), covered = new Set(named.map(({ covers }) => covers));
  const isDueNow = (/** @type {Spot} */ item) =>
    item.selected ||
    (!covered.has(item) && (isGreat(item) || isAlone(item) || view.frame.zoom >= MINOR_FROM_ZOOM));
  return [...named, ...view.points.filter(isDueNow).map((item) => pointName(view, item))];
}

/**
 * Far out crossings keep so much room that only few are seen, such as a corridor's ends.
 * @param {Spot} item
 */
const isAlone = ({ kind }) => kind === "border-crossing";
/** @param {Spot} item */
const isGreat = ({ kind }) => GREAT.includes(kind);

/* ---- towns ---- */
/** @param {LabelView} view @returns {Offer[]} */
function towns(view) {
  const named = new Set(view.points.flatMap((item) => [item.id, item.name, shortName(item)]));
  const glyphs = view.points.map((item) => ({ at: view.map.latLngToContainerPoint(item.latlng), item }));
  return view.places.filter((place) => !isLarge(place) && isDue(view, place)).flatMap((place) => {
    if ([place.id, place.name, place.label].some((name) => named.has(name ?? ""))) return [];
    const at = onScreen(view, [place.lon, place.lat]);
    if (!isInView(at, view.frame) || isLeftToBigger(view, place)) return [];
    // The glyph that it lies under, if any.
    const over = glyphs.find((glyph) => glyph.at.distanceTo(at) < UNDER_GLYPH);
    const isMinor = over && !isGreat(over.item);
    if (over && !isMinor && place.kind !== "capital") return [];
    const covers = isMinor ? over.item : null;
    return [{ id: placeRef(place.id), covers, ...town(view, place, at, over?.at) }];
  });
}

/** @param {L.Point} point @param {Frame} frame */
const isInView = ({ x, y }, { width, height }) => x >= 0 && y >= 0 && x <= width && y <= height;

/** @param {LabelView} view @param {LabelledPlace} place */
const isLeftToBigger = (view, place) => place.isShadowed && !isStation(view, place) && !isChosen(view, place);

/**
 * Under a glyph a town has no dot of its own: its name stands beside the glyph.
 * @param {LabelView} view
 * @param {LabelledPlace} place
 * @param {L.Point} at
 * @param {L.Point} [glyph]
 * @returns {Omit<Offer, "id">}
 */
function town(view, place, at, glyph) {
  const { family, map: type } = view.tokens.type, population = place.population ?? 0;
  const isCapital = place.kind === "capital",
    chosen = isChosen(view, place),
    station = isStation(view, place);
  const plain = { size: type.city.size[population > LARGE_TOWN ? 1 : 0], weight: type.city.weight };
  const text = place.label ?? place.name, style = isCapital ? type.capital : plain;
  const radius = (isCapital ? RADIUS.capital : RADIUS.town) * view.big;
  const isLandmark = station && !isCapital && population > METROPOLIS;
  const turn = chosen
    ? "chosen"
    : isLandmark
    ? "port"
    : isCapital
    ? "capital"
    : station || place.named
    ? "station"
    : "city";
  return {
    kind: place.kind,
    text,
    style,
    pad: 1.5,
    lines: 2,
    limit: isCapital || chosen || station ? 40 : 18,
    country: place.country,
    dot: glyph ? null : { ref: placeRef(place.id), x: at.x, y: at.y, radius, isCapital, isStop: station },
    // By a city of millions all the world finds a line: before the seas, which have room elsewhere.
    turn: isLandmark && !chosen ? [turn, 1, place.rank] : [turn, place.rank, -population],
    places: () => beside(glyph ?? at, glyph ? view.glyph / 2 : radius, measure(text, style, family)),
  };
}

/* ---- points of layers ---- */
/**
 * The glyph says "port", and a bracket that explains belongs on the card: "Port of Aktau", "Kapıkule (border
 * with Bulgaria)". "Port of Baku (Alat)" keeps both, or it would be the city.
 * @param {{label?: string, name: string}} item
 */
export function shortName({ label, name }) {
  const text = (label || name).replace(/ \([^)]{9,}\)/, "");
  return text.includes("(") ? text : text.replace(/^Port of /, "");
}

/** @param {LabelView} view @param {Spot} item @returns {Offer} */
function pointName(view, item) {
  const { layer, id, kind, status, latlng, selected, isLast } = item,
    { family, map: type } = view.tokens.type;
  const great = isGreat(item), text = shortName(item);
  const style = great ? type.port : { size: type.city.size[0], weight: type.city.weight };
  const radius = item.ring ?? view.glyph / 2;
  const places = () => {
    const at = view.map.latLngToContainerPoint(latlng), box = measure(text, style, family);
    const further = beside(at, radius + 5, box).map((place) => ({ ...place, cost: place.cost + 3 }));
    return [...beside(at, radius, box), ...further];
  };
  return {
    id: format(layer, id),
    kind: great ? "port" : "point",
    text,
    style,
    pad: 1.5,
    lines: 2,
    limit: great || selected || isLast ? 80 : 12,
    // A university or an office waits for its town.
    turn: [
      selected ? "chosen" : great || isLast ? "port" : kind === "institution" ? "city" : "station",
      status === "operating" ? 0 : 1,
    ],
    places,
  };
}
