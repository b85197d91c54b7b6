/* The labels, placed anew whenever the map rests: gathers what may be named and what is in the way, and knows
 * what stands. */
import { big, isNamed } from "../emphasis.js";
import { base, facts } from "../facts.js";
import { frameOf } from "../ground/screen.js";
import { on } from "../hooks.js";
import { format } from "../reference.js";
import { lines, points } from "../scene.js";
import { onMap, reserved } from "../space.js";
import { camera, feature, isReady, map, now, visible } from "../state.js";
import { tokens } from "../tokens.js";
import { settled } from "./choice.js";
import { lineNames, stationsOf } from "./line_names.js";
import { drawLabels, start as startPanes } from "./panes.js";
import { placeNames } from "./place_names.js";
import { roomIn } from "./room.js";
import { spokenNames } from "./spoken_names.js";
import { townNames } from "./town_names.js";

const SHADOW_KM = 18, SHADOW_DEGREES = 0.2;
const NEAR = 5; // px
const CLOSE_ZOOM = 7; // from here glyphs are larger
/** @type {LabelledPlace[]} */
let places = [];
/**
 * What stands, in px of the map's moving pane.
 * @type {ChosenLabel[]}
 */
let standing = [];
let isWaiting = false;
let hasFonts = false;

export function start() {
  startPanes();
  places = withShadows(
    Object.entries(facts.places).map(([id, place]) => ({ id, ...place, isShadowed: false })),
  );
  map.on("resize", schedule);
  for (const hook of /** @type {const} */ (["rest", "layers", "theme", "select"])) on(hook, schedule);
  const { family } = facts.tokens.type;
  const fonts = [`650 14px ${family}`, `italic 450 14px ${family}`].map((font) => document.fonts.load(font));
  Promise.allSettled(fonts).then(() => {
    hasFonts = true;
    schedule();
  });
}

/** From the first rest on; after every part has answered the same hook: legend and card may have changed. */
function schedule() {
  if (!hasFonts || isWaiting || !isReady()) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    if (!camera.flying) settle(); // they come back when the map rests
  });
}

/**
 * GeoNames lists city districts as towns: one so near to a bigger town is shown for a layer's sake only.
 * @param {LabelledPlace[]} all
 */
function withShadows(all) {
  const towns = all.filter(({ kind }) => ["capital", "city", "town"].includes(kind));
  const isNear = (/** @type {Place} */ a, /** @type {Place} */ b) =>
    Math.abs(a.lat - b.lat) < SHADOW_DEGREES &&
    map.distance([a.lat, a.lon], [b.lat, b.lon]) < SHADOW_KM * 1000;
  const isShadowed = (/** @type {LabelledPlace} */ place) =>
    ["city", "town"].includes(place.kind) &&
    towns.some((other) => (other.population ?? 0) > (place.population ?? 0) && isNear(other, place));
  return all.map((place) => ({ ...place, isShadowed: isShadowed(place) }));
}

/**
 * What the names are chosen from.
 * @returns {LabelView}
 */
function viewNow() {
  const table = tokens(), drawn = lines(), shown = visible(), size = big() || 1, own = frameOf(map);
  // On a larger screen a tour shows the same names, larger.
  const frame = { ...own, zoom: own.zoom - Math.log2(size) };
  return {
    map,
    tokens: table,
    frame,
    places,
    lines: drawn,
    points: points(),
    dots: [],
    stations: stationsOf(drawn.filter(({ dim }) => !dim)),
    selected: now.selected,
    isChosen: (ref) => ref === now.selected || isNamed(ref),
    big: size,
    closed: new Set(now.routes?.countries),
    layers: facts.layers.filter(({ id }) => shown.includes(id)),
    glyph: table.glyph.size[frame.zoom >= CLOSE_ZOOM ? "close" : "explore"],
    isShared: ({ layer, id }) => Boolean(feature(format(layer, id))?.facts.shared_with?.length),
    room: roomIn(frame, drawn, base("countries").features),
  };
}

/**
 * What others have reserved.
 * @returns {LabelBox[]}
 */
function taken() {
  const boxes = reserved().filter(({ width }) => width > 0);
  return onMap(boxes, map.getContainer())
    .map(({ left, top, right, bottom }) => ({ x: left, y: top, w: right - left, h: bottom - top }));
}

function settle() {
  const begun = performance.now(), view = viewNow(), boxes = taken();
  const named = [...placeNames(view), ...townNames(view)];
  view.dots = named.flatMap(({ dot }) => dot ?? []).filter(({ isCapital, isStop }) => isCapital || isStop);
  const chosen = settled(spokenNames([...named, ...lineNames(view)], view), view, boxes);
  drawLabels(chosen.labels, chosen.dots, view);
  const { paneX, paneY } = view.frame;
  standing = chosen.labels.map((label) => ({ ...label, x: label.x - paneX, y: label.y - paneY }));
  performance.measure("labels", { start: begun });
}

/**
 * What stands now; boxes in px of the map.
 * @returns {StandingLabel[]}
 */
export function labels() {
  const { x: left, y: top } = L.DomUtil.getPosition(map.getPane("mapPane"));
  return standing.map(({ text, x, y, w, h, kind, country, id }) => ({
    text: text.replaceAll("\n", " "),
    kind,
    country,
    id,
    box: { left: x + left, top: y + top, right: x + left + w, bottom: y + top + h },
  }));
}

/**
 * The label under a point of the map, in px, or so near that a finger means it.
 * @param {L.Point} point
 */
export const labelAt = ({ x, y }) =>
  labels().find(({ box: { left, top, right, bottom } }) =>
    x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR
  );
