/* Names while a tour runs: what is lit is named before all else, larger, and at any price; what is dimmed
 * last and faint. */
import { big, isDim, isLit, isNamed, lit } from "../emphasis.js";
import { facts, known, placeFacts } from "../facts.js";
import { isPlace, layerOf } from "../reference.js";
import { ring } from "../ring.js";
import { feature, featuresOf, map, step, visible } from "../state.js";
import { around, beside, measure, wrapped } from "./lettering.js";
import { isLarge } from "./place_names.js";

const ANY = 400, HIDES = 200; // cost of a name at most, and of lying on something else that is lit
const NAME = { size: 24, weight: 650 }; // px at 1280 × 720
const FURTHER = [[0, 0], [14, 6], [30, 12]]; // px from the thing, and what that costs
const SAME = 12, WIDE = 0.4; // px between a town and the glyph that covers it; part of the map's width
const ALIKE = 18; // letters
const FAR_COST = 10; // of a name on the circle round an area, which a tall one leaves far behind
const STATION_LIMIT = 80;
/** @type {Turn} */
const LAST = ["city", 9, 9];
const LAYER = /^layer:/; // the id of a layer's name

/**
 * What the step makes of the offers; all of them as they are when there is no step.
 * @param {Offer[]} offers
 * @param {LabelView} view
 */
export function spokenNames(offers, view) {
  if (!step()) return offers;
  const areas = visible().flatMap(featuresOf).filter(({ ref, isArea }) => isArea && isLit(ref));
  const own = unnamed(offers, areas, view);
  const others = offers.filter((offer) => !own.some(({ text }) => isShortOf(offer, text)));
  return [...others.flatMap((offer) => spoken(offer, view, areas) ?? []), ...own];
}

/**
 * null: the name of a layer of which other parts are lit.
 * @param {Offer} offer
 * @param {LabelView} view
 * @param {Feature[]} areas
 */
function spoken(offer, view, areas) {
  const ref = offer.id.replace(LAYER, ""), spotlight = step()?.spotlight ?? null, { text } = offer;
  const isRinged = ref === spotlight || isAt(spotlight, ref, text);
  if (offer.isClosed) return { ...offer, turn: /** @type {Turn} */ (["chosen", -2]) };
  if (offer.id !== ref) return spokenLayer(offer, ref, isRinged, view);
  const isMeant = isNamed(ref) || lit().some((one) => isAt(one, ref, text)) ||
    areas.some((area) => isNameOf(offer, area));
  if (isRinged || isMeant) return named(offer, ref, isRinged, view);
  if (view.spoken.has(offer.country ?? "") && offer.kind === "country") {
    return { ...offer, limit: ANY, turn: /** @type {Turn} */ (["chosen", -0.5]) };
  }
  return unspoken(offer, ref, view, areas);
}

/**
 * @param {Offer} offer
 * @param {string} layer
 * @param {boolean} isRinged
 * @param {LabelView} view
 * @returns {Offer | null}
 */
function spokenLayer(offer, layer, isRinged, view) {
  if (isLitLayer(layer, offer.text) || !lit().length) return named(offer, layer, isRinged, view);
  return lit().some((one) => layerOf(one) === layer) ? null : { ...offer, isDim: true, turn: LAST };
}

/**
 * @param {Offer} offer
 * @param {string} ref
 * @param {LabelView} view
 * @param {Feature[]} areas
 * @returns {Offer}
 */
function unspoken(offer, ref, view, areas) {
  const isMember = (/** @type {Feature} */ { facts: { kind, countries = [] } }) =>
    kind === "member-area" && countries.includes(offer.country ?? "");
  if (offer.kind === "country" && areas.some(isMember)) return { ...offer, limit: ANY, turn: ["focus", 0] };
  if (isPlace(ref) || !known.layers.has(layerOf(ref) ?? "")) return offer;
  if (view.stations.has(offer.text)) return { ...offer, limit: STATION_LIMIT, turn: ["port", 2] };
  return isDim(ref) ? { ...offer, isDim: true, turn: LAST } : offer;
}

/**
 * Beside its point, further off, or outside the ring; what is no point keeps its own places.
 * @param {Offer} offer
 * @param {string} ref
 * @param {boolean} isRinged
 * @param {LabelView} view
 * @returns {Offer}
 */
function named(offer, ref, isRinged, view) {
  if (!offer.style) return { ...offer, limit: ANY, turn: ["chosen", 0] }; // a country has several sizes
  const at = pointOf(ref), scale = big();
  const large = { ...offer.style, size: Math.max(offer.style.size, NAME.size * scale), weight: NAME.weight };
  const style = at ? large : offer.style, box = measure(offer.text, style, view.tokens.type.family);
  const radius = offer.dot?.radius ?? view.glyph / 2;
  const near = () =>
    FURTHER.flatMap(([further, cost]) => dearer(beside(at, radius + further * scale, box), cost));
  const outside = isRinged ? outsideRing(box) : [];
  const others = lit().map(pointOf).filter((other) => other && !(at && other.distanceTo(at) < SAME * scale));
  return {
    ...offer,
    style,
    judged: (place) =>
      (offer.judged?.(place) ?? 0) + HIDES * others.filter((other) => isIn(other, place)).length,
    limit: ANY,
    turn: ["chosen", isRinged ? -1 : 0],
    places: () => [...(at ? near() : offer.places()), ...outside],
  };
}

/** @param {Size} box */
function outsideRing(box) {
  const round = ring();
  return round ? dearer(beside(round, round.radius + facts.tokens.spotlight.label_gap, box), 3) : [];
}

/** @param {LabelPlace[]} places @param {number} more */
const dearer = (places, more) => places.map((place) => ({ ...place, cost: place.cost + more }));

/**
 * Where a thing that is a point stands, in px of the map.
 * @param {string | null} ref
 * @returns {L.Point | null}
 */
function pointOf(ref) {
  const place = placeFacts(ref), found = feature(ref);
  if (place) return isLarge(place) ? null : map.latLngToContainerPoint([place.lat, place.lon]);
  return found?.isPoint ? map.latLngToContainerPoint(found.shape.getLatLng()) : null;
}

/**
 * Where a port's glyph covers the town that is spoken of, or bears its name, the port's name stands for it.
 * @param {string | null} ref what is spoken of
 * @param {string} other
 * @param {string} text the other's name
 */
function isAt(ref, other, text) {
  const place = placeFacts(ref), at = pointOf(other);
  if (!place || !at || isPlace(other)) return false;
  return place.name === text ||
    at.distanceTo(map.latLngToContainerPoint([place.lat, place.lon])) < SAME * big();
}

/**
 * A layer of which only parts are lit is named where a lit part bears its name.
 * @param {string} id
 * @param {string} text
 */
function isLitLayer(id, text) {
  const [name] = text.split(",");
  return lit().some((ref) => ref === id || (layerOf(ref) === id && facts.features[ref]?.name.includes(name)));
}

/** @param {L.Point} point @param {LabelBox} box */
const isIn = ({ x, y }, box) =>
  x > box.x - SAME && x < box.x + box.w + SAME && y > box.y - SAME && y < box.y + box.h + SAME;

/**
 * "Waters off Eritrea (…)" names the area "Waters off Eritrea: three ships held".
 * @param {Offer} offer
 * @param {Feature} area
 */
function isNameOf({ kind, text }, { facts: { name } }) {
  const said = text.replaceAll("\n", " ");
  if (!isLarge({ kind }) || kind === "country") return false;
  return name.startsWith(said) || said.startsWith(name.slice(0, ALIKE));
}

/**
 * Beside "Caspian Sea: falling" the name "Caspian Sea" alone says less.
 * @param {Offer} offer
 * @param {string} name
 */
const isShortOf = ({ kind, text }, name) =>
  isLarge({ kind }) && kind !== "country" &&
  name.replaceAll("\n", " ").startsWith(text.replaceAll("\n", " ") + ": ");

/**
 * Lit areas that bear no name yet, or not all of it.
 * @param {Offer[]} offers
 * @param {Feature[]} areas
 * @param {LabelView} view
 */
function unnamed(offers, areas, view) {
  return areas
    .filter((area) => isNamed(area.ref))
    .filter((area) => !offers.some((offer) => isNameOf(offer, area) && !isShortOf(offer, area.facts.name)))
    .flatMap((area) => areaName(area, view));
}

/**
 * Inside when the area is wide, else beside it; none where it fills the view.
 * @param {Feature} area
 * @param {LabelView} view
 * @returns {Offer[]}
 */
function areaName({ ref, shape, facts: { name } }, view) {
  const text = wrapped(name.replace(/ \(.*\)$/, "")), box = shape.getBounds();
  const from = map.latLngToContainerPoint(box.getNorthWest());
  const size = map.latLngToContainerPoint(box.getSouthEast()).subtract(from);
  if (size.x > WIDE * view.frame.width) return [];
  const style = { size: NAME.size * big(), weight: NAME.weight };
  const label = measure(text, style, view.tokens.type.family), centre = from.add(size.divideBy(2));
  const inside = size.x > label.w ? around(centre, label, 0) : [];
  const near = [
    ...beside(centre, size.x / 2, label).slice(0, 2),
    ...beside(centre, size.y / 2, label).slice(-2),
  ];
  const round = dearer(beside(centre, Math.max(size.x, size.y) / 2, label), FAR_COST);
  const places = () => [...inside, ...near, ...round];
  return [{ id: ref, kind: "area", text, style, pad: 3, lines: 2, limit: ANY, turn: ["chosen", 1], places }];
}
