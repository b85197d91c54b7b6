/* The labels, placed anew whenever the map rests: gathers what may be named and what is in the way, and knows
 * what stands. */
import { big, isNamed } from "../emphasis.js";
import { facts } from "../facts.js";
import { projectedOutlines } from "../ground/countries.js";
import { frameOf } from "../ground/screen.js";
import { on } from "../hooks.js";
import { writtenPlaces } from "../marks/points.js";
import { format } from "../reference.js";
import { lines, points } from "../scene.js";
import { breath, frame, inSlices } from "../slices.js";
import { onMap, reserved } from "../space.js";
import { camera, feature, isReady, map, now, step, visible } from "../state.js";
import { tokens } from "../tokens.js";
import { settling } from "./choice.js";
import { lineNames, stationsOf } from "./line_names.js";
import { drawLabels, start as startPanes } from "./panes.js";
import { placeNames } from "./place_names.js";
import { roomIn } from "./room.js";
import { spokenCountries } from "./spoken_countries.js";
import { spokenNames } from "./spoken_names.js";
import { townNames } from "./town_names.js";

const TOWNS = ["capital", "city", "town"];
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
/**
 * The dots of towns, likewise.
 * @type {Dot[]}
 */
let dotted = [];
let isWaiting = false;
let hasFonts = false;
let placings = 0; // begun so far
/** @type {() => void} */
let markPlaced = () => {};
/** When labels stand for the first time. */
export const placed = new Promise((resolve) => void (markPlaced = () => resolve(undefined)));

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

/**
 * From the first rest on; after every part has answered the same hook, for legend and card may have changed,
 * and after what has changed was painted.
 */
async function schedule() {
  if (!hasFonts || isWaiting || !isReady()) return;
  isWaiting = true;
  placings += 1;
  await frame();
  await breath();
  isWaiting = false;
  if (!camera.flying) await settle(); // they come back when the map rests
}

/**
 * GeoNames lists city districts as towns: one so near to a bigger town is shown for a layer's sake only.
 * @param {LabelledPlace[]} all
 */
function withShadows(all) {
  const towns = all.filter(({ kind }) => TOWNS.includes(kind)).sort((a, b) => a.lat - b.lat);
  const people = (/** @type {Place} */ { population = 0 }) => population;
  const shadowed = new Set();
  for (const [n, one] of towns.entries()) {
    for (let m = n + 1; m < towns.length && towns[m].lat - one.lat < SHADOW_DEGREES; m += 1) {
      const other = towns[m];
      if (map.distance([one.lat, one.lon], [other.lat, other.lon]) >= SHADOW_KM * 1000) continue;
      if (people(one) < people(other)) shadowed.add(one);
      if (people(other) < people(one)) shadowed.add(other);
    }
  }
  return all.map((place) => ({ ...place, isShadowed: shadowed.has(place) && place.kind !== "capital" }));
}

/**
 * What the names are chosen from.
 * @returns {LabelView}
 */
function viewNow() {
  const table = tokens(), drawn = lines(), shown = visible(), size = big() || 1, own = frameOf(map);
  // On a larger screen a tour shows the same names, larger.
  const seen = { ...own, zoom: own.zoom - Math.log2(size) };
  return {
    map,
    tokens: table,
    frame: seen,
    places,
    lines: drawn,
    points: points(),
    dots: [],
    stations: stationsOf(drawn.filter(({ dim }) => !dim)),
    selected: now.selected,
    isChosen: (ref) => ref === now.selected || isNamed(ref) || now.named.includes(ref),
    big: size,
    closed: new Set(now.routes?.countries),
    written: step() ? new Set() : writtenPlaces(),
    spoken: spokenCountries(step(), facts.places),
    layers: facts.layers.filter(({ id }) => shown.includes(id)),
    glyph: table.glyph.size[seen.zoom >= CLOSE_ZOOM ? "close" : "explore"],
    isShared: ({ layer, id }) => Boolean(feature(format(layer, id))?.facts.shared_with?.length),
    room: roomIn(seen, drawn, projectedOutlines()),
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

/** Places them, unless the map moves meanwhile or something else changes: then they are placed again anyway. */
async function settle() {
  const own = placings, at = JSON.stringify(frameOf(map));
  try {
    await inSlices(placing(), () => own !== placings || at !== JSON.stringify(frameOf(map)));
  } finally {
    if (own === placings) markPlaced();
  }
}

function* placing() {
  const begun = performance.now(), view = viewNow();
  yield;
  const boxes = taken(), named = placeNames(view);
  yield;
  named.push(...townNames(view));
  view.dots = named.flatMap(({ dot }) => dot ?? []).filter(({ isCapital, isStop }) => isCapital || isStop);
  yield;
  const offers = spokenNames([...named, ...lineNames(view)], view);
  yield;
  const chosen = yield* settling(offers, view, boxes);
  yield;
  drawLabels(chosen.labels, chosen.dots, view);
  const { paneX, paneY } = view.frame;
  const still = (/** @type {any} */ one) => ({ ...one, x: one.x - paneX, y: one.y - paneY });
  standing = chosen.labels.map((label) => ({ ...still(label), dot: label.dot && still(label.dot) }));
  dotted = chosen.dots.map(still);
  performance.measure("labels", { start: begun });
}

/**
 * What stands now; boxes in px of the map.
 * @returns {StandingLabel[]}
 */
export function labels() {
  const { x: left, y: top } = L.DomUtil.getPosition(map.getPane("mapPane"));
  return standing.map(({ text, x, y, w, h, kind, country, id, dot }) => ({
    text: text.replaceAll("\n", " "),
    kind,
    country,
    id,
    box: { left: x + left, top: y + top, right: x + left + w, bottom: y + top + h },
    dot: dot ? { x: dot.x + left, y: dot.y + top, hasLine: Boolean(dot.leader) } : null,
  }));
}

/**
 * The label under a point of the map, in px, or so near that a finger means it.
 * @param {L.Point} point
 * @param {number} [near] px round it that count as the label
 */
export function labelAt(point, near = NEAR) {
  const { x, y } = onPane(point);
  return standing.find((one) =>
    x > one.x - near && x < one.x + one.w + near && y > one.y - near && y < one.y + one.h + near
  );
}

/**
 * The place whose dot is under a point of the map, in px, or so near that a finger means it.
 * @param {L.Point} point
 * @param {number} [near] px round it that count as the dot
 */
export function dotAt(point, near = NEAR) {
  const { x, y } = onPane(point);
  return dotted.find((dot) => Math.hypot(dot.x - x, dot.y - y) < dot.radius + near)?.ref ?? null;
}

/**
 * A point of the map, where names and dots were placed.
 * @param {L.Point} point
 */
const onPane = (point) => point.subtract(L.DomUtil.getPosition(map.getPane("mapPane")));
