/* Which names of countries, seas, lakes and areas the map offers in this view, how each is set, and where it
 * may stand. labels.js chooses among these offers and those of town_names.js and line_names.js; what an offer
 * holds says types.d.ts. */
import { placeRef } from "../reference.js";
import { country, isWanted } from "./country_names.js";
import { around, measure, wrapped } from "./lettering.js";
import { anchors, isDue } from "./places.js";

const WHOLE_NAME_FROM_ZOOM = 7; // "Abkhazia (Georgia; outside government control)"; the short one below that
const SEAS_LARGER_FROM_ZOOM = 6;
const COMMON = { low: true, pad: 3, lines: 2.2 }; // px and cost, of all names across land and sea

/** @type {Record<string, (view: LabelView, place: LabelledPlace) => Omit<Offer, "id">>} */
const KINDS = { country, sea, lake: sea, area };

/** @param {{kind: string}} place one whose name is written across it */
export const isLarge = ({ kind }) => Object.hasOwn(KINDS, kind);

/** @param {LabelView} view @returns {Offer[]} */
export function placeNames(view) {
  return view.places
    .filter((place) => isLarge(place) && (isDue(view, place) || isWanted(view, place)))
    .filter(({ kind, country: iso }) => kind !== "country" || view.room.sees(iso))
    .map((place) => ({ id: placeRef(place.id), ...KINDS[place.kind](view, place) }));
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
