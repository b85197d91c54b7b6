/* A small atlas for tests without a browser: two layers, a tour, three legs, the real tokens. */
import tokens from "../../tokens.json" with { type: "json" };
import { load } from "../facts.js";
import { correct, now } from "../state.js";

const START = structuredClone(now);
/** @type {Record<string, ModeFacts>} */
const MODES = {
  rail: { word: "railway", legend: "", cargo: "railway", width: 1 },
  sea: { word: "sea lane", legend: "thin: by sea", cargo: "by ship", width: 0.6 },
  road: { word: "road", legend: "double: road", cargo: "road", width: 0.6 },
  pipeline: { word: "pipeline", legend: "pipeline, schematic", cargo: "", width: 0.6 },
};
/** @type {Record<string, StatusFacts>} */
const STATUSES = {
  operating: { word: "operating", part: "", to_come: false },
  building: { word: "being built", part: "being built", to_come: true },
  planned: { word: "planned", part: "planned part", to_come: true },
  idle: { word: "idle", part: "idle part", to_come: false },
  closed: { word: "closed", part: "", to_come: false },
};
/** @type {Piece[]} */
const NOTHING = [];

/**
 * @param {Partial<Step>} more
 * @returns {Step}
 */
const step = (more) => ({
  headline: "Headline",
  caption: NOTHING,
  layers: ["east"],
  focus: { ref: "east" },
  lit: [],
  spotlight: null,
  routes: null,
  question: NOTHING,
  answer: NOTHING,
  notes: NOTHING,
  missing: [],
  ...more,
});

/**
 * @param {string} id
 * @param {Partial<LayerFacts>} [more]
 * @returns {LayerFacts}
 */
export const layer = (id, more) => ({
  id,
  title: id,
  short: id,
  group: "corridors",
  subject: "middle-corridor",
  order: 1,
  on: true,
  status: "operating",
  strip: [],
  bounds: [40, 38, 50, 44],
  ...more,
});

/**
 * @param {string} from
 * @param {string} to
 */
const leg = (from, to) => ({
  from,
  to,
  mode: "rail",
  status: "operating",
  as_of: "2026-03",
  km: 100,
  countries: ["AZ"],
  steps: [],
});

/** @returns {Facts} */
const facts = () => ({
  layers: [layer("east"), layer("west", { subject: "gas" })],
  features: {
    "east/main": {
      name: "Alat – Tbilisi",
      subject: "middle-corridor",
      mode: "rail",
      status: "operating",
      km: 503.4,
    },
    "east/port": { name: "Port of Alat", subject: "middle-corridor", kind: "port", status: "operating" },
    "west/pipe": { name: "Pipeline", subject: "gas", mode: "pipeline", status: "planned" },
  },
  places: {
    baku: { name: "Baku", kind: "capital", country: "AZ", rank: 1, lat: 40.4, lon: 49.9 },
    azerbaijan: { name: "Azerbaijan", kind: "country", country: "AZ", rank: 1, lat: 40.3, lon: 47.7 },
  },
  network: {
    legs: { "a-b": leg("a", "b"), "b-c": leg("b", "c"), "c-d": leg("c", "d") },
    nodes: { a: { name: "A", lat: 40, lon: 45 }, b: { name: "B", lat: 40, lon: 46 } },
    countries: { AZ: "Azerbaijan", GE: "Georgia" },
  },
  tokens,
  modes: MODES,
  statuses: STATUSES,
  glyphs: {},
  as_of: "2026-03",
  homes: [[27, 25, 72, 53]],
  extent: [0, 0, 90, 60],
  tours: {
    tour: {
      title: "A tour",
      minutes: 5,
      ends: "explore",
      steps: [
        step({ lit: ["east/main", "place:baku"], spotlight: "place:azerbaijan" }),
        step({ lit: ["west"] }),
        step({}),
      ],
    },
  },
});

/** Loads it, and puts the state back to the start. @returns {Facts} */
export function small() {
  const made = facts();
  load(made);
  correct(structuredClone(START));
  return made;
}
