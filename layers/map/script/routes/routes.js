/* An answer of the routes panel on the map: its legs in the colours of the routes, the lost way in grey.
 * While it is shown the layers rest unseen; their state stays. */
import { TabStops } from "../accessible.js";
import { ROUTE_NUMBERS } from "../address.js";
import { big } from "../emphasis.js";
import { facts } from "../facts.js";
import { on } from "../hooks.js";
import { dash, modeFactor, outlines, ROUND, stroke } from "../marks/looks.js";
import { strokes as strokesRenderer } from "../marks/strokes.js";
import { provide } from "../scene.js";
import { cornerPart } from "../space.js";
import { correct, map, now } from "../state.js";
import { showTip } from "../tooltip.js";
import { status as statusOf } from "../words.js";
import { fitRoutes } from "./fitting.js";
import { gather, groupOf, legAt, litLeg, routing } from "./legs.js";

const PANE = "routes", LEVEL = "410";
const WIDTH = { first: 5, others: 3.6, lost: 3 }; // px
const IN_TOUR = 1.5; // times
/**
 * The legs that are drawn, as one group of Leaflet's, for pointer.js to hear.
 * @type {L.LayerGroup}
 */
export let drawn;
/** One for each route. */
export const stops = new TabStops((id) => legAt(id).shape?._path);
/** @type {L.Layer} */
let renderer;
/** @type {Leg | null} */
let lit = null;

export function start() {
  map.createPane(PANE).style.zIndex = LEVEL;
  const numbers = ROUTE_NUMBERS.map((n) => ({ id: `route-${n}`, title: `Route ${n}` }));
  const order = ["lost", ...numbers.map(({ id }) => id).reverse(), "lit"];
  renderer = strokesRenderer({
    pane: PANE,
    padding: 0.3,
    title: "Routes",
    layers: [...numbers, { id: "lost", title: "Lost way" }],
    order,
  });
  drawn = L.featureGroup().addTo(map);
  provide("routes", { lines: () => routing()?.legs.map(entry) ?? null });
  on("routes", show);
  on("light", relight);
}

/* ---- show and leave ---- */
/** @param {Options} [options] */
function show(options) {
  const isFirst = !routing();
  drawn.clearLayers();
  stops.clear();
  showTip("");
  const shown = gather();
  map.getContainer().classList.toggle("routing", Boolean(shown));
  if (!shown) cornerPart()?.raise(false);
  for (const leg of shown?.legs ?? []) {
    leg.shape ??= shapeOf(leg);
    drawn.addLayer(leg.shape);
  }
  lit = litLeg();
  if (!lit) correct({ lit: null });
  if (shown) queueMicrotask(() => fitRoutes(shown, isFirst, options)); // after the legend has taken its room
}

/** @param {Leg} leg */
function shapeOf(leg) {
  const options = { renderer, pane: PANE, bubblingMouseEvents: false, interactive: true, smoothFactor: 0.8 };
  const line = {
    get layer() {
      return groupOf(leg);
    },
    describe: (/** @type {SVGElement} */ path) => describe(path, leg),
  };
  return Object.assign(L.polyline(leg.latlngs, options), { line, look: () => lookOf(leg) });
}

function relight() {
  const before = lit;
  lit = litLeg();
  for (const leg of [before, lit]) if (leg && routing()?.legs.includes(leg)) renderer._updateStyle(leg.shape);
}

/* ---- words ---- */
/** @param {Leg} leg */
export const kmOf = ({ km }) => `${km.toLocaleString("en", { maximumFractionDigits: 0 })} km`;

/** @param {Leg} leg */
function spoken(leg) {
  const { name, mode, users, id } = leg;
  const where = users.length ? `Route ${users.join(" and ")}` : "Lost";
  return `${name}, ${mode}, ${routing()?.closed.has(id) ? "closed now" : statusOf(leg)}, ${
    kmOf(leg)
  }. ${where}.`;
}

/** @param {SVGElement} path @param {Leg} leg */
function describe(path, leg) {
  path.dataset.leg = leg.id;
  stops.describe(path, { group: groupOf(leg), key: leg.id, name: spoken(leg) });
}

/* ---- looks ---- */
/** @param {Leg} leg @returns {Look} */
function lookOf(leg) {
  const { mode, users: [first] } = leg, group = groupOf(leg), sizes = facts.tokens.line;
  const own = first === 1 ? WIDTH.first : first ? WIDTH.others : WIDTH.lost;
  const rail = own * (IN_TOUR * big() || 1), width = rail * modeFactor(mode);
  /** @type {Strokes} */
  const strokes = { core: stroke("core", group, width, dash(leg, width)) };
  if (mode === "road") strokes.over = stroke("inner", group, rail * sizes.road_centre.route_width, ROUND);
  if (leg.id === now.lit) return { rank: "lit", strokes: { ...strokes, ...outlines(group, width) } };
  if (routing()?.weak.has(leg.id)) return { rank: group, strokes: { ...strokes, ...outlines(group, width) } };
  return {
    rank: group,
    strokes: { ...strokes, casing: stroke("casing", group, width + sizes.casing_extra, ROUND) },
  };
}

/**
 * As labels and legend ask for it.
 * @param {Leg} leg
 * @returns {Line}
 */
function entry(leg) {
  const { id, mode, status, name, latlngs } = leg, group = groupOf(leg);
  return {
    layer: group,
    id,
    subject: group,
    mode,
    status,
    name,
    latlngs,
    hollow: false,
    selected: false,
  };
}
