/* Points: ports, fields, crossings … as glyphs of one size, and the ring round a place that is selected.
 * Where glyphs would lie on each other the less important one waits for a nearer zoom. */
import { isCoarse, svg } from "../dom.js";
import { big, isDim, isLit, isNamed } from "../emphasis.js";
import { facts, layerFacts, placeFacts } from "../facts.js";
import { kmPerPixel } from "../ground/screen.js";
import { on } from "../hooks.js";
import { describe } from "../layer_targets.js";
import { placeRef, pointOf } from "../reference.js";
import { provide } from "../scene.js";
import { reserve } from "../space.js";
import { allFeatures, featuresOf, map, now } from "../state.js";
import { isEnd } from "./ends.js";
import { guests } from "./owners.js";

// What stays when there is no room for all, most important first.
const IMPORTANCE = [
  "port",
  "planned-port",
  "gas-field",
  "well",
  "platform",
  "capital",
  "border-crossing",
  "harbour",
  "oil-terminal",
  "terminal",
];
// Turned inside out when open; the others are open as they are.
const FILLED = ["field", "base", "event", "gauge-break"];
const WIDE = ["country", "sea", "lake"]; // places whose names the map writes across them
const WITHOUT_RING = ["country", "sea", "area"];
const SPREADING = ["border-crossing", "platform", "landfall"];
const NEAR_ZOOM = 6, SPREAD = 60; // px more for each zoom step below
const CROWDED = 13; // px: two glyphs of 18 px nearer than this hide each other's sign
const RING = 28; // px
/** @type {Map<string, Glyph>} */
const all = new Map();
/** @type {Glyph[]} */
let shown = [];
/** @type {L.Layer | null} */
let ring = null;

export function start() {
  for (const one of allFeatures()) if (one.isPoint) take(one);
  for (const point of all.values()) point.isLast = point.kind === "border-crossing" && isEnd(point);
  map.on("zoomend", () => {
    shown.forEach(draw);
    thin();
  });
  provide("layers", { points: layerPoints });
  reserve(function* () {
    for (const { ref, shape } of seen()) {
      const sign = isDim(ref) ? null : shape.getElement()?.firstChild;
      if (sign) yield sign.getBoundingClientRect();
    }
  });
  on("layers", gather);
  on("select", select);
  on("routes", drawRing);
  on("tour", thin);
}

/** @param {Glyph} point */
const isSelected = ({ ref }) => now.selected === ref;
/** @param {Glyph} point */
const importance = ({ kind, isLast }) =>
  (IMPORTANCE.indexOf(kind) + 1 || IMPORTANCE.length + 1) - (isLast ? 0.5 : 0);
const seen = () => shown.filter(({ isCrowded }) => !isCrowded);

/**
 * A country, a sea or a part of the world is no point: its name stands for it.
 * @param {Glyph} point
 */
const isWritten = ({ id, kind }) => kind === "region" || WIDE.includes(facts.places[id]?.kind);

/**
 * Far out crossings would stand along every line like sleepers, and what belongs to a field hide its name: each
 * keeps more room the wider the view, but for the ends of a line.
 * @param {Glyph} point
 */
function spread({ kind, isLast }) {
  if (!SPREADING.includes(kind) || isLast) return 0;
  return SPREAD * Math.max(0, NEAR_ZOOM - map.getZoom() + Math.log2(big() || 1));
}

/* ---- one glyph ---- */
/**
 * Planned: dashed, not there yet. Open: so uncertain that at this zoom the true spot may lie outside the
 * glyph.
 * @param {FeatureFacts} feature
 * @param {L.LatLng} latlng
 */
function mannerOf({ status = "", kind, uncertainty_km: km = 0 }, { lat }) {
  if (facts.statuses[status ?? ""]?.to_come || kind === "planned-port") return "planned";
  return km > (facts.tokens.glyph.size.explore / 2) * kmPerPixel(lat, map.getZoom()) ? "open" : "";
}

/**
 * A layer that has neither lines nor areas bears its colour in its glyphs.
 * @param {string} layer
 */
const isAllPoints = (layer) => featuresOf(layer).every(({ isPoint }) => isPoint);

/** @param {Glyph} point @param {string} manner */
function drawing({ kind, layer }, manner) {
  const sizes = facts.tokens.glyph.size, glyph = facts.tokens.glyph.of[kind] ?? "city";
  const isPort = glyph === "port" && manner !== ""; // ports have a drawing for each manner
  const side = sizes[glyph] ?? (isPort ? sizes.close : sizes.explore);
  const classes = [
    "glyph",
    manner && "open",
    manner === "planned" && "planned",
    FILLED.includes(glyph) && "filled",
    isAllPoints(layer) && `tinted s-${layerFacts(layer)?.subject}`,
  ];
  const sign = svg("svg", {
    width: side,
    height: side,
    class: classes.filter(Boolean).join(" "),
    "aria-hidden": true,
  });
  sign.append(svg("use", { href: `#${isPort ? `port-${manner}` : glyph}` }));
  return sign;
}

/** @param {Glyph} point */
function draw(point) {
  const { shape, facts: feature } = point,
    icon = shape.getElement(),
    manner = mannerOf(feature, shape.getLatLng());
  if (icon.dataset.manner === manner) return;
  icon.dataset.manner = manner;
  icon.replaceChildren(drawing(point, manner));
}

/** @param {Feature} one */
function take(one) {
  const { shape, ref, facts: { kind = "", status, name } } = one, { hit } = facts.tokens.glyph;
  const side = isCoarse() ? hit.touch : hit.mouse;
  shape.options.keyboard = false; // Leaflet would make every marker a tab stop
  shape.options.bubblingMouseEvents = false;
  shape.setIcon(L.divIcon({ className: "point", iconSize: [side, side] }));
  /** @type {Glyph} */
  const point = { ...one, kind, status, name, isCrowded: false, isLast: false, isGuest: false };
  shape.on("add", () => {
    const icon = shape.getElement();
    icon.dataset.ref = ref;
    describe(icon, point);
    draw(point);
  });
  all.set(ref, point);
}

/* ---- all of them ---- */
/** Also settles what two layers both hold: the same thing at the same spot is drawn once. */
function thin() {
  /** @type {L.Point[]} */
  const taken = [];
  const isFirst = (/** @type {Glyph} */ point) =>
    isSelected(point) || (SPREADING.includes(point.kind) ? isNamed : isLit)(point.ref);
  const firsts = new Map(shown.map((point) => [point, isFirst(point)])), room = CROWDED * (big() || 1);
  const order = [...shown].sort((a, b) =>
    Number(firsts.get(b)) - Number(firsts.get(a)) || Number(a.isGuest) - Number(b.isGuest) ||
    importance(a) - importance(b)
  );
  for (const point of order) {
    const spot = map.latLngToLayerPoint(point.shape.getLatLng());
    const apart = firsts.get(point) ? room : room + spread(point);
    point.isCrowded = isWritten(point) || taken.some((other) => other.distanceTo(spot) < apart);
    if (!point.isCrowded) taken.push(spot);
    point.shape.getElement()?.classList.toggle("crowded", point.isCrowded);
  }
}

function drawRing() {
  const place = placeFacts(now.selected), spot = place ?? pointOf(now.selected);
  ring?.remove();
  ring = null;
  if (!spot || now.routes || (place && WITHOUT_RING.includes(place.kind))) return;
  const icon = L.divIcon({ className: "place-ring", iconSize: [RING, RING] });
  ring = L.marker([spot.lat, spot.lon], { interactive: false, keyboard: false, icon }).addTo(map);
}

function select() {
  for (const point of shown) point.shape.getElement()?.classList.toggle("selected", isSelected(point));
  drawRing();
  thin();
}

function gather() {
  shown = [...all.values()].filter(({ layer }) => now.layers.includes(layer));
  const others = guests(shown);
  for (const point of shown) point.isGuest = others.has(point);
  select();
}

/* ---- what others ask ---- */
/**
 * The feature that has a place's name on the map instead of a glyph.
 * @param {string | undefined} place "place:id"
 */
export const writtenPoint = (place) =>
  shown.find((point) => place === placeRef(point.id) && isWritten(point))?.ref ?? null;

/** Ids of the places that the layers hold without a glyph. */
export const writtenPlaces = () => new Set(shown.filter(isWritten).map(({ id }) => id));

/** @returns {Spot[]} */
function layerPoints() {
  return seen().map((point) => {
    const { layer, id, kind, status, name, shape, isLast, facts: feature } = point;
    const label = feature.label ?? name, latlng = shape.getLatLng();
    return { layer, id, kind, status, name, label, latlng, selected: isSelected(point), isLast };
  });
}

/** Dims the glyphs of what the step does not speak of. */
export function dimPoints() {
  for (const { ref, shape } of all.values()) shape.getElement()?.classList.toggle("dimmed", isDim(ref));
}
