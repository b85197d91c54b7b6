/* What stands on the routes: ends, ports where cargo changes, the cross where the lost way is cut, and the
 * hatch of closed countries. Red means closed and nothing else. */
import { svg } from "../dom.js";
import { facts } from "../facts.js";
import { isIn, outlinesOf } from "../ground/countries.js";
import { on } from "../hooks.js";
import { HATCH } from "../marks/hatch.js";
import { provide } from "../scene.js";
import { reserve } from "../space.js";
import { map } from "../state.js";
import { routing } from "./legs.js";
import { changesOf, closedStretches, dense, wayOf } from "./travel.js";

const END = 30, LARGE = 18, SMALL = 14, CUT = 20; // px: the ring round an end, glyphs
const RING_GAP = 3; // px
const SIGNS = "route-signs", HATCHED = "closed-countries";
/** @type {L.LayerGroup} */
let signs;
/** @type {L.LayerGroup} */
let countries;
/** @type {L.Layer} */
let hatching;
/**
 * Ends and changes of the routes.
 * @type {RouteStop[]}
 */
let stops = [];

export function start() {
  signs = L.layerGroup();
  countries = L.layerGroup();
  const hatched = map.createPane(HATCHED);
  hatched.style.zIndex = "300";
  hatched.setAttribute("aria-hidden", "true"); // what is closed is said in words
  const pane = map.createPane(SIGNS);
  pane.style.zIndex = "560";
  pane.setAttribute("aria-hidden", "true"); // the legs' own names and the panel say the same
  hatching = L.svg({ pane: HATCHED, padding: 0.3 });
  provide("routes", { points: () => (routing() ? stops.map(entry) : null) });
  reserve(() => (routing() ? boxesOf(signs) : []));
  on("routes", show);
}

/**
 * The boxes of markers that are drawn.
 * @param {L.LayerGroup} group
 * @returns {DOMRect[]}
 */
export const boxesOf = (group) =>
  group.getLayers().flatMap((/** @type {L.Layer} */ one) => one.getElement()?.getBoundingClientRect() ?? []);

/**
 * Where signs stand, in px of the map.
 * @returns {L.Point[]}
 */
export const signPoints = () =>
  signs.getLayers().map((/** @type {L.Layer} */ one) => map.latLngToContainerPoint(one.getLatLng()));

function show() {
  const shown = routing();
  for (const group of [signs, countries]) {
    group.clearLayers();
    if (shown) group.addTo(map);
    else group.remove();
  }
  stops = [];
  if (!shown) return;
  hatch(shown.countries);
  stops = stopsOf(shown);
  for (const { latlng, port, isEnd } of stops) {
    const sizes = isEnd ? { side: LARGE, room: END, className: "route-end" } : { side: port ? LARGE : SMALL };
    addSign(latlng, port ? "port" : "transfer", sizes);
  }
  for (const latlng of cutsOf(shown)) addSign(latlng, "closed", { side: CUT, className: "route-cut" });
}

/** @param {string[]} codes */
function hatch(codes) {
  const options = { pane: HATCHED, renderer: hatching, interactive: false };
  for (const outline of outlinesOf(codes)) {
    const className = `closed-country iso-${outline.properties.iso}`;
    countries.addLayer(
      L.geoJSON(outline, { ...options, style: { className, fillColor: HATCH, fillOpacity: 1 } }),
    );
  }
}

/**
 * @param {L.LatLng} latlng
 * @param {string} name
 * @param {{side: number, room?: number, className?: string}} sizes in px
 */
function addSign(latlng, name, { side, room = side, className = "" }) {
  const html = svg("svg", { width: side, height: side, class: "glyph", "aria-hidden": true });
  html.append(svg("use", { href: `#${name}` }));
  const icon = L.divIcon({ className: `route-sign ${className}`, iconSize: [room, room], html });
  signs.addLayer(L.marker(latlng, { pane: SIGNS, icon, interactive: false, keyboard: false }));
}

/** @param {ShownRoutes} shown @returns {RouteStop[]} */
function stopsOf({ routes, ends, via }) {
  const endIds = [...ends.map(({ id }) => id), ...via], { nodes } = facts.network;
  return [...new Set([...endIds, ...changesOf(routes)])]
    .map((id) => ({ id, ...nodes[id], isEnd: endIds.includes(id), latlng: L.latLng(nodes[id]) }));
}

/**
 * One cross for each stretch of closed legs: where it enters a closed country, else at the first joint, else
 * midway.
 * @param {ShownRoutes} shown
 * @returns {L.LatLng[]}
 */
function cutsOf({ lost, closed, countries: codes }) {
  const lands = outlinesOf(codes);
  return closedStretches(lost, closed).map((stretch) => {
    const way = wayOf(stretch);
    const entered = dense(way).find((latlng) => lands.some((land) => isIn(latlng, land)));
    if (entered) return L.latLng(entered);
    return stretch[1] ? L.latLng(facts.network.nodes[stretch[0].to]) : way[Math.floor(way.length / 2)];
  });
}

/**
 * As labels and legend ask for it.
 * @param {RouteStop} stop
 * @returns {Spot}
 */
function entry({ id, name, port, isEnd, latlng }) {
  const kind = port ? "port" : "route-stop", ring = isEnd ? END / 2 + RING_GAP : undefined;
  return { layer: "routes", id, kind, status: "operating", name, label: name, latlng, selected: isEnd, ring };
}
