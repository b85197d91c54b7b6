/* Finding names: a library finds all that could be meant, whole names tell which is nearest. */

// @ts-types="./minisearch.d.ts"
import MiniSearch from "../../vendor/minisearch.js";

import { isPlace } from "../../../map/script/reference.js";
import { distance } from "./distance.js";
import { fold, plain } from "./fold.js";

/** @import { Entry, Hit } from "../types.d.ts" */
/** @typedef {Entry & { id: number, spelled?: [name: string, plain: string][] }} Known */

const SHOWN = 8; // hits
// In the unit of distance.js.
const PART = 0.25; // what a part of a layer is behind
const FARTHEST = 0.6; // what is farther is no hit
const NEAR = 0.3; // nor is what is farther behind the nearest

/** The first that holds is the group. @type {[title: string, holds: (ref: string) => boolean][]} */
const GROUPS = [
  ["Places", isPlace],
  ["Layers and cards", (ref) => !isPart(ref)],
  ["Parts of layers", () => true],
];

/** @type {Known[]} */
let entries = [];
/** Made when it is first asked, so that no one waits for it before. @type {MiniSearch<Known> | undefined} */
let index;

/**
 * Take up what there is to find, in the order in which equally near ones are shown.
 * @param {Entry[]} list
 */
export function names(list) {
  entries = list.map((entry, id) => ({ id, ...entry }));
  index = undefined;
}

/**
 * Return the hits in groups, nearest first.
 * @param {string} text
 */
export function find(text) {
  const typed = plain(text);
  const hits = candidates(text).map((entry) => measured(entry, typed));
  const farthest = Math.min(FARTHEST, NEAR + Math.min(...hits.map(({ far }) => far)));
  const wanted = hits.filter(({ far }) => far <= farthest).sort((a, b) => a.far - b.far || a.id - b.id);
  return grouped(wanted.slice(0, SHOWN));
}

/** @param {string} text */
function candidates(text) {
  if (!index) {
    index = new MiniSearch({ fields: ["name", "also"], processTerm: fold });
    index.addAll(entries);
  }
  return index.search(text, { prefix: true, fuzzy: allowance, combineWith: "OR" }).map(({ id }) =>
    entries[id]
  );
}

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
  const { id, ref, name, also, kind } = entry;
  entry.spelled ??= [name, ...also.split(" | ").filter(Boolean)].map((one) => [one, plain(one)]);
  const [nearest] = entry.spelled
    .map(([by, folded]) => ({ by, far: distance(typed, folded) }))
    .sort((a, b) => a.far - b.far);
  return {
    id,
    ref,
    name,
    also,
    kind,
    by: nearest.by,
    far: nearest.far + (isPart(ref) ? PART : 0),
    group: groupOf(ref),
  };
}

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

/** @param {string} ref */
const isPart = (ref) => ref.includes("/");
