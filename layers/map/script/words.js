/* The words for what is drawn: one sentence for a screen reader, the rows of a card, short names. Texts only,
 * no HTML. */
import { countryName, facts } from "./facts.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
// Made once: a formatter costs as much as a thousand numbers.
const [whole, tenths] = [0, 1].map((digits) =>
  new Intl.NumberFormat("en", { maximumFractionDigits: digits })
);

/** @param {number} value */
const number = (value) => (value < 20 ? tenths : whole).format(Number(value));

/** @param {number | [number, number]} value one length, or the least and the most */
export const km = (value) =>
  Array.isArray(value) ? `${number(value[0])}–${number(value[1])} km` : `${number(value)} km`;

/**
 * "2026-03-10" as "10 Mar 2026", "2026-03" as "March 2026".
 * @param {string | undefined} text
 */
export function date(text) {
  const [year, month, day] = String(text ?? "").split("-").map(Number);
  const name = MONTHS[month - 1];
  return [day, day ? name.slice(0, 3) : name, year].filter(Boolean).join(" ");
}

/** @param {{mode?: string, kind?: string}} feature */
export const what = ({ mode, kind }) =>
  facts.modes[mode ?? ""]?.word ?? String(kind ?? "").replaceAll("-", " ");

/** @param {{status?: string | null}} one a feature, a leg or a layer */
export const status = (one) => facts.statuses[one.status ?? ""]?.word ?? String(one.status ?? "");

/**
 * How far a feature is built, in a word; "" where its layer has no status, as waters, alliances and events have none,
 * unless it is still to come.
 * @param {{status?: string}} feature
 * @param {Pick<LayerFacts, "status"> | undefined} layer
 */
export const stateOf = (feature, layer) =>
  layer?.status || facts.statuses[feature.status ?? ""]?.to_come ? status(feature) : "";

/**
 * The statuses that lines have, in the order of the table.
 * @param {{status?: string}[]} lines
 */
export const statusesOf = (lines) =>
  Object.keys(facts.statuses).filter((one) => lines.some(({ status }) => status === one));

/**
 * The modes that lines have and a legend explains, likewise.
 * @param {{mode?: string}[]} lines
 */
export const modesOf = (lines) =>
  Object.keys(facts.modes).filter((one) => facts.modes[one].legend && lines.some(({ mode }) => mode === one));

/** @param {FeatureFacts} feature */
function doubt({ uncertainty_km: bound, geometry_class: kind, generalised }) {
  if (bound) return `up to ${number(bound)} km off`;
  if (kind === "schematic") return "schematic, no measured bound";
  return generalised ? "generalised: long straight pieces" : null;
}

/**
 * "Alat – Tbilisi, railway, operating, 503 km. Middle Corridor."
 * @param {FeatureFacts} feature
 * @param {Pick<LayerFacts, "short" | "status">} layer
 */
export function spoken(feature, layer) {
  const length = feature.km && km(feature.km);
  const parts = [feature.name, what(feature), stateOf(feature, layer), length, doubt(feature)];
  return `${parts.filter(Boolean).join(", ")}. ${layer.short}.`;
}

/**
 * In the order of the card; only what is known. A line goes from country to country, an area lies in all of them.
 * @param {FeatureFacts} feature
 * @returns {[string, string][]} term and text
 */
export function rows({ km: length, countries = [], mode, name, from, to }) {
  const isSaid = !from || !to || (name.includes(from) && name.includes(to));
  /** @type {[string, string | false | 0 | undefined][]} */
  const all = [
    ["From – to", !isSaid && `${from} – ${to}`],
    ["Length", length && km(length)],
    [countries.length > 1 ? "Countries" : "Country", countries.map(countryName).join(mode ? " → " : ", ")],
  ];
  return all.flatMap(([term, text]) => (text ? [[term, text]] : []));
}

/**
 * "Zangezur corridor" without the word that the map shows.
 * @param {string} short
 */
export const withoutCorridor = (short) => short.replace(/ corridor$/, "");

/**
 * "TRIPP / “Zangezur corridor”" as "TRIPP".
 * @param {string} short
 */
export const briefName = (short) => withoutCorridor(short.split(" / ")[0]);

/**
 * "Shu – Mointy – Zharyk (by rail)" as its three towns.
 * @param {string} name
 */
export const stopsOf = (name) => name.replace(/ \(.*?\)/g, "").split(/ [–-] /);
