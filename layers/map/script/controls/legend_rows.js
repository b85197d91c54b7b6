/* The rows of the legend: what is on and in view, never more. Left the layers with their signs, each a switch, and
 * what else has a colour; right the dashes, widths and glyphs. */
import { button, make } from "../dom.js";
import { facts, layerFacts } from "../facts.js";
import { base } from "../ground/countries.js";
import { frameOf, sees } from "../ground/screen.js";
import {
  closedSwatch,
  cutSwatch,
  disputedSwatch,
  layerSwatch,
  LEGEND,
  lineSwatch,
  weakSwatch,
} from "../marks/swatches.js";
import { lines, points } from "../scene.js";
import { featuresOf, map, visible } from "../state.js";
import { modesOf, statusesOf, withoutCorridor } from "../words.js";
import { signsOf } from "./legend_signs.js";

/**
 * The disputed lines of the base map.
 * @type {L.LatLng[] | null}
 */
let disputed = null;

/* ---- what is in view ---- */
/**
 * @param {Set<string>} hidden layers that were switched off here
 * @returns {LegendView}
 */
export function inView(hidden) {
  const frame = frameOf(map), bounds = map.getBounds();
  const drawn = lines().filter(({ latlngs }) => sees(latlngs, frame));
  const marks = points().filter(({ latlng }) => bounds.contains(latlng));
  const areas = visible().flatMap(featuresOf)
    .filter(({ shape, isArea }) => isArea && bounds.intersects(shape.getBounds()));
  const seen = new Set([...drawn, ...marks, ...areas].map(({ layer }) => layer));
  const layers = facts.layers.filter(({ id }) => seen.has(id) || hidden.has(id));
  const strange = drawn.filter(({ layer, subject }) => layerFacts(layer)?.subject !== subject);
  const subjects = new Set(strange.map(({ subject }) => subject));
  return {
    layers,
    products: [...subjects].filter((one) => one !== "other"),
    isCompared: subjects.has("other"),
    signs: signsOf(marks),
    statuses: statusesOf(drawn),
    modes: modesOf(drawn),
    isHollow: drawn.some(({ hollow }) => hollow),
    isDisputed: disputedLines().some((latlngs) => sees(latlngs, frame)),
  };
}

function disputedLines() {
  disputed ??= base("disputed").flatMap((one) => L.geoJSON(one).getLayers()).map((
    /** @type {L.Layer} */ one,
  ) => one.getLatLngs());
  return /** @type {L.LatLng[]} */ (disputed).filter((latlngs) => latlngs.length > 0);
}

/* ---- rows ---- */
/**
 * @param {LegendView} seen
 * @param {(id: string) => void} toggle
 */
export function layerColumns(seen, toggle) {
  const { layers, products, isCompared, signs, statuses, modes, isHollow, isDisputed } = seen;
  const narrow = (/** @type {Parameters<typeof lineSwatch>[1]} */ line) => lineSwatch(LEGEND.narrow, line);
  return [
    column("Layers and signs", [
      ...layers.map((layer) => layerRow(layer, toggle)),
      ...products.map((subject) => row(narrow({ subject, mode: "pipeline" }), `${subject} pipeline`)),
      ...(isCompared ? [row(narrow({ subject: "other" }), "for comparison")] : []),
      ...signs.map(({ svg, text }) => row(svg.cloneNode(true), text, "legend-glyph")),
    ]),
    column("Lines", [
      ...statuses.map((status) => row(wide({ status }), status)),
      ...modes.map((mode) => row(wide({ mode }), facts.modes[mode].legend)),
      ...(isHollow ? [row(wide({ isHollow }), "hollow: approximate")] : []),
      ...(isDisputed ? [row(disputedSwatch(), "disputed line")] : []),
    ]),
  ];
}

/**
 * While routes are shown they take the legend over: their numbers, what was lost, and how a line tells status
 * and mode.
 * @param {ShownRoutes} shown
 */
export function routeColumn({ routes, weak, lost, countries, legs }) {
  const used = legs.filter(({ users }) => users.length);
  const statuses = statusesOf(used).filter((status) => facts.statuses[status].part);
  return column("Routes", [
    ...routes.map(({ n, title }) => row(wide({ subject: `route-${n}` }), `${n} ${title || "route"}`)),
    ...(weak.size ? [row(weakSwatch(), "weakest link")] : []),
    ...(lost.length ? [row(cutSwatch(), "lost by the closure")] : []),
    ...(countries.length
      ? [row(closedSwatch(), countries.length > 1 ? "closed countries" : "closed country")]
      : []),
    ...statuses.map((status) => row(wide({ status }), facts.statuses[status].part)),
    ...modesOf(used).map((mode) => row(wide({ mode }), facts.modes[mode].legend)),
  ]);
}

/** @param {Parameters<typeof lineSwatch>[1]} line */
const wide = (line) => lineSwatch(LEGEND.wide, line);

/** @param {Node} swatch @param {string} text @param {string} [kind] */
function row(swatch, text, kind = "") {
  const item = make("li", `legend-row ${kind}`);
  item.append(swatch, make("span", "", text));
  return item;
}

/**
 * @param {LayerFacts} layer
 * @param {(id: string) => void} toggle
 */
function layerRow(layer, toggle) {
  const item = make("li"), isOn = visible().includes(layer.id);
  const title = isOn ? "Hide on the map" : "Show on the map again";
  const made = button("legend-row", "", () => toggle(layer.id), { title });
  made.dataset.layer = layer.id;
  made.setAttribute("aria-pressed", String(isOn));
  made.append(
    layerSwatch(layer),
    make("span", "", withoutCorridor(layer.short)),
  );
  item.append(made);
  return item;
}

/** @param {string} title @param {Node[]} rows */
function column(title, rows) {
  const part = make("div", "legend-column"), list = make("ul");
  list.append(...rows);
  part.append(make("h2", "", title), list);
  return part;
}
