/* Lines and areas: takes folium's paths over and draws all anew when zoom, selection or the set of layers
 * changes. How each looks is decided in looks.js. */
import { big, isDim as isDimRef } from "../emphasis.js";
import { facts, layerFacts } from "../facts.js";
import { on } from "../hooks.js";
import { describe } from "../layer_targets.js";
import { provide } from "../scene.js";
import { allFeatures, map, now } from "../state.js";
import { piecesInDoubt } from "./doubt.js";
import { isSchematic, looksOf, looksOfPieces } from "./looks.js";
import { share, sharedTracks } from "./shared_tracks.js";
import { ORDER, strokes as strokesRenderer } from "./strokes.js";

const PANE = "lines", LEVEL = "400";
/**
 * All lines by reference.
 * @type {Map<string, LayerLine>}
 */
const all = new Map();
/** @type {Map<string, LayerLine>} */
let shown = new Map();
/**
 * Under the pointer or focused.
 * @type {LayerLine | null}
 */
let pointed = null;
/** @type {L.Layer} */
let renderer;
let scale = 0;

export function start() {
  map.createPane(PANE).style.zIndex = LEVEL;
  renderer = strokesRenderer({ pane: PANE, padding: 0.3, title: "Lines and areas", layers: facts.layers });
  for (const one of allFeatures()) if (!one.isPoint) take(one);
  provide("layers", { lines: layerLines });
  map.on("zoomend", restyle);
  on("layers", gather);
  on("select", restyle);
}

/* ---- one feature ---- */
/**
 * A selected corridor means its main line where the definition names one, not every branch and road beside
 * it.
 * @param {LayerLine} line
 */
function isSelected({ ref, layer, id, subject }) {
  const { selected } = now, own = layerFacts(layer);
  if (selected !== layer) return selected === ref;
  return own?.strip.length ? own.strip.includes(id) : subject === own?.subject || subject !== "other";
}

/** @param {LayerLine} line */
const isDim = ({ ref }) => isDimRef(ref);
/** @param {LayerLine} line */
const rankOf = (line) => (isSelected(line) ? "selected" : isDim(line) ? "dimmed" : line.rank);
/** @param {LayerLine} line @returns {How} */
const howOf = (line) => ({
  zoom: map.getZoom(),
  big: scale,
  selected: isSelected(line),
  lit: line === pointed,
  dim: isDim(line),
});

/** @param {Feature} one */
function take(one) {
  const { shape, isArea, facts: { subject, mode, status, name } } = one;
  const rank = ORDER.includes(subject) ? subject : "other";
  const parts = () => (shape.getLatLngs()[0]?.lat === undefined ? shape.getLatLngs() : [shape.getLatLngs()]);
  const describePath = (/** @type {SVGElement} */ path) => describeHit(path, line);
  /** @type {LayerLine} */
  const line = {
    ...one,
    subject,
    mode,
    status,
    name,
    share: null,
    pieces: [],
    rank,
    parts,
    describe: describePath,
  };
  const plain = { renderer, pane: PANE, bubblingMouseEvents: false };
  Object.assign(shape.options, plain, { interactive: true, smoothFactor: 0.8 });
  Object.assign(shape, { line, look: () => ({ rank: rankOf(line), strokes: looksOf(line, howOf(line)) }) });
  all.set(one.ref, line);
  if (!isArea) addDoubt(line, plain);
}

/**
 * The pieces in doubt are a path of their own: they are straight, and others at every zoom.
 * @param {LayerLine} line
 * @param {object} options
 */
function addDoubt(line, options) {
  const doubt = L.polyline([], { ...options, interactive: false, smoothFactor: 0 });
  line.doubt = doubt;
  doubt.look = () => ({ rank: rankOf(line), strokes: looksOfPieces(line, howOf(line)) });
  line.shape.on("add", () => doubt.addTo(map)).on("remove", () => doubt.remove());
}

/** @param {SVGElement} path @param {LayerLine} line */
function describeHit(path, line) {
  path.dataset.ref = line.ref;
  path.classList.toggle("hit-area", line.isArea);
  describe(path, line);
}

/* ---- changes ---- */
/** Draws every line anew. */
export function restyle() {
  const zoom = map.getZoom();
  scale = big();
  for (const lines of sharedTracks(shown.values())) {
    lines.sort((a, b) => height(a) - height(b));
    share(lines, { zoom, isDim: lines.some(isDim) });
  }
  for (const line of shown.values()) {
    line.pieces = piecesInDoubt(line, howOf(line));
    renderer._updateStyle(line.shape);
    if (!line.doubt) continue;
    line.doubt.setLatLngs(line.pieces);
    renderer._updateStyle(line.doubt);
  }
}

/** @param {LayerLine} line */
const height = (line) =>
  100 * ORDER.indexOf(rankOf(line)) + facts.layers.findIndex(({ id }) => id === line.layer);

function gather() {
  shown = new Map([...all].filter(([, { layer }]) => now.layers.includes(layer)));
  restyle();
}

/**
 * A little wider while it is under the pointer or focused.
 * @param {string | null} ref null: nothing is
 */
export function light(ref) {
  const before = pointed;
  pointed = shown.get(ref ?? "") ?? null;
  for (const line of [before, pointed]) if (line && shown.has(line.ref)) renderer._updateStyle(line.shape);
}

/* ---- what labels and legend ask ---- */
/**
 * The main line first: a legend takes the first one for the layer's look.
 * @returns {Line[]}
 */
function layerLines() {
  const isInStrip = (/** @type {LayerLine} */ { layer, id }) => Number(layerFacts(layer)?.strip.includes(id));
  const lines = [...shown.values()].filter(({ isArea }) => !isArea);
  return lines.sort((a, b) => isInStrip(b) - isInStrip(a)).flatMap(entries);
}

/** @param {LayerLine} line @returns {Line[]} */
function entries(line) {
  const { layer, id, subject, mode, status, name, pieces } = line;
  const hollow = isSchematic(line) || pieces.length > 0;
  const entry = {
    layer,
    id,
    subject,
    mode,
    status,
    name,
    hollow,
    selected: isSelected(line),
  };
  return line.parts().map((latlngs) => ({ ...entry, latlngs }));
}
