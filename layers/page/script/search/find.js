/* Finding names: a library finds all that could be meant, whole names tell which is nearest. */

// @ts-types="./minisearch.d.ts"
import MiniSearch from "../../vendor/minisearch.js";

import { isPlace, pointRef } from "../../../map/script/reference.js";
import { position } from "../../../map/script/position.js";
import { coordinateFault, coordinatesIn } from "./coordinates.js";
import { distance, scattered } from "./distance.js";
import { fold, joined } from "./fold.js";

/** @import { Entry, Hit } from "../types.d.ts" */
/** @typedef {Entry & { id: number, spelled: [name: string, folded: string][] }} Known */

const SHOWN = 8; // hits
// In the unit of distance.js.
const OTHER = 0.01; // what another spelling is behind the name itself
const PART = 0.25; // what a part of a layer is behind, and
const EXACT_PART = 0.05; // one that is called just so
/** A country's code or UN/LOCODE of what is on a route: it is typed whole, or something else is meant. */
const CODE = /^[A-Z]{2}([A-Z]{3})?$/;
const FARTHEST = 0.7; // what is farther is no hit
const NEAR = 0.3; // nor is what is farther behind the nearest

/** @param {string} ref */
const isPart = (ref) => ref.includes("/");
/** The first that holds is the group. @type {[title: string, holds: (ref: string) => boolean][]} */
const GROUPS = [
  ["Places", isPlace],
  ["Layers and cards", (ref) => Boolean(ref) && !isPart(ref)],
  ["Parts of layers", isPart],
  ["Corridors and legs", () => true],
];

/** @type {Known[]} */
let entries = [];
/** Made when it is first asked, so that no one waits for it before. @type {Index | undefined} */
let index;

/** @typedef {{ words: MiniSearch<{ id: number, words: string }>, joined: Map<string, Known[]> }} Index */

/**
 * Take up what there is to find, in the order in which equally near ones are shown.
 * @param {Entry[]} list
 */
export function names(list) {
  entries = list.map((entry, id) => ({ ...entry, id, spelled: [] }));
  index = undefined;
}

/**
 * Return the hits in groups, nearest first.
 * @param {string} text
 * @param {(entry: Entry) => boolean} [wanted] which entries count; without it those that the map has
 */
export function find(text, wanted = isOnMap) {
  const typed = fold(text), point = wanted === isOnMap ? coordinatesIn(text) : null;
  if (point) return [pointHit(point)];
  if (!typed || isNoName(text)) return [];
  const hits = candidates(typed).filter(wanted).map((entry) => measured(entry, typed));
  const farthest = Math.min(FARTHEST, NEAR + Math.min(...hits.map(({ far }) => far)));
  const near = hits.filter(({ far }) => far <= farthest).sort((a, b) => a.far - b.far || a.id - b.id);
  return grouped(layerFirst(near).slice(0, SHOWN));
}

/**
 * Coordinates that cannot be, which are nothing's name; years and numbers of roads may be.
 * @param {string} text
 */
const isNoName = (text) => /[^\d\s]/.test(text) && coordinateFault(text) !== "";

/**
 * A layer's card says more than that of a place with its very name, or when its own begins with what both are called.
 * @param {Hit[]} hits nearest first
 */
function layerFirst(hits) {
  const isTwin = (/** @type {Hit} */ { name, by, far }) =>
    far === hits[0].far && (name === hits[0].name || (by === hits[0].by && fold(name).startsWith(fold(by))));
  const twin = hits.find((hit) => hit.ref && !isPlace(hit.ref) && !isPart(hit.ref) && isTwin(hit));
  return twin ? [twin, ...hits.filter((hit) => hit !== twin)] : hits;
}

/**
 * @param {{ lat: number, lon: number }} point
 * @returns {Hit}
 */
function pointHit(point) {
  const name = position(point);
  return {
    id: 0,
    ref: pointRef(point),
    name,
    by: name,
    also: "",
    kind: "point of the map",
    far: 0,
    group: "Coordinates",
  };
}

/** @param {Entry} entry */
const isOnMap = ({ ref }) => Boolean(ref);

/** @param {string} typed */
function candidates(typed) {
  index ??= indexed();
  const found = index.words.search(typed, { prefix: true, fuzzy: allowance, combineWith: "OR" });
  const same = index.joined.get(joined(typed)) ?? [];
  return [...new Set([...same, ...found.map(({ id }) => entries[id])])];
}

/** @returns {Index} */
function indexed() {
  /** @type {Index} */
  const made = { words: new MiniSearch({ fields: ["words"], tokenize, processTerm }), joined: new Map() };
  for (const entry of entries) {
    const all = [entry.name, ...entry.also.split(" | ").filter(Boolean)];
    entry.spelled = all.map((one) => [one, fold(one)]);
    for (const [, folded] of entry.spelled) {
      const key = joined(folded);
      made.joined.set(key, [...(made.joined.get(key) ?? []), entry]);
    }
    made.words.add({ id: entry.id, words: entry.spelled.map(([, folded]) => folded).join(" ") });
  }
  return made;
}

/** @param {string} folded */
const tokenize = (folded) => folded.split(" ");
/** @param {string} folded */
const processTerm = (folded) => folded;

/**
 * Return how many letters of a term may be wrong.
 * @param {string} term
 */
function allowance(term) {
  return term.length < 3 ? 0 : Math.min(3, Math.max(2, Math.round(term.length / 4)));
}

/**
 * Return the entry with its nearest spelling, the first of equally near ones.
 * @param {Known} entry
 * @param {string} typed
 * @returns {Hit}
 */
function measured(entry, typed) {
  const { spelled, ...hit } = entry;
  const [nearest] = spelled
    .filter(([by, folded]) => folded === typed || !entry.closes || !CODE.test(by))
    .map(([by, folded], n) => ({ by, far: distance(typed, folded) + (n ? OTHER : 0) }))
    .sort((a, b) => a.far - b.far);
  const words = [...spelled.map(([, folded]) => folded), fold(entry.kind)].join(" ").split(" ");
  const far = Math.min(nearest.far, scattered(typed, words));
  return { ...hit, by: nearest.by, far: far + behind(entry.ref, far), group: groupOf(entry.ref) };
}

/**
 * @param {string} ref
 * @param {number} far
 */
const behind = (ref, far) => isPart(ref) ? far > OTHER ? PART : EXACT_PART : 0;

/**
 * Order by kind, the kind of the nearest hit first.
 * @param {Hit[]} hits nearest first
 */
function grouped(hits) {
  const order = [...new Set(hits.map(({ group }) => group))];
  return hits.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

/** @param {string} ref */
const groupOf = (ref) => GROUPS.find(([, holds]) => holds(ref))?.[0] ?? "";
