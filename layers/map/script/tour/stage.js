/* What a step shows on the map: its layers, its view, its routes, what is lit. A quick presenter skips
 * pictures, never steps: the map follows once a frame, also where the last step was left within it. */
import { big, isDim, isLit } from "../emphasis.js";
import { facts } from "../facts.js";
import { on } from "../hooks.js";
import { restyle } from "../marks/lines.js";
import { dimPoints } from "../marks/points.js";
import { format } from "../reference.js";
import { linesOf, pointsOf, provide } from "../scene.js";
import { apply, isReady, map, now, rest, say, step, tour, view } from "../state.js";
import { fit } from "../fitting.js";
import { boundsOfBox, moveTo, viewOf } from "../views.js";
import { textOf } from "./pieces.js";
import { markLit } from "./spotlight.js";

const SAME = 12; // px between two signs of one thing
const ENDS = 1.5; // times, the rings of a route's ends
const LATE = 120; // ms
/**
 * What was shown before the tour.
 * @type {Pick<State, "layers" | "selected" | "routes"> | null}
 */
let before = null;
/**
 * The view that the step asked for, as a text.
 * @type {string | null}
 */
let fitted = null;
let isWaiting = false;
/**
 * The step that has been asked for and not shown yet.
 * @type {Step | null}
 */
let due = null;
/** @type {Options} */
let options = {};

export function start() {
  provide("step", { lines: () => step() && shownLines(), points: () => step() && shownPoints() });
  map.on("resize", refit);
  on("tour", follow);
}

/* ---- what others read: beside an answer's routes only what is lit stays on the map ---- */
/** @template {Line | Spot} T @param {T} one @returns {T} */
function marked(one) {
  const ref = format(one.layer, one.id);
  return { ...one, dim: isDim(ref), selected: one.selected || isLit(ref) };
}

function shownLines() {
  const own = linesOf("layers").map(marked);
  return now.routes ? [...linesOf("routes"), ...own.filter(({ dim }) => !dim)] : own;
}

function shownPoints() {
  const own = pointsOf("layers").map(marked);
  if (!now.routes) return own;
  const stops = pointsOf("routes").map((one) => (one.ring ? { ...one, ring: one.ring * ENDS * big() } : one));
  return [...stops, ...own.filter((one) => !one.dim && !stops.some((stop) => isSame(one, stop)))];
}

/** @param {Spot} one @param {Spot} other */
const isSame = (one, other) =>
  map.latLngToLayerPoint(one.latlng).distanceTo(map.latLngToLayerPoint(other.latlng)) < SAME * big();

/* ---- a step ---- */
/** @param {Options} [wanted] */
function follow(wanted = {}) {
  options = wanted;
  due = step() ?? (tour() && due);
  if (!isReady()) return show();
  if (isWaiting) return;
  isWaiting = true;
  const once = () => isWaiting && show();
  requestAnimationFrame(once);
  setTimeout(once, LATE); // a window behind another one gets no frames
}

function show() {
  const shown = due;
  isWaiting = false;
  due = null;
  if (shown) put(shown);
  if (!step()) leave();
}

/** @param {Step} shown */
function put(shown) {
  before ??= { layers: [...now.layers], selected: now.selected, routes: now.routes };
  map.invalidateSize({ animate: false });
  if (step()) say(spoken(shown));
  if (now.selected) apply({ selected: null });
  if (now.routes || shown.routes) apply({ routes: shown.routes }, { stay: true });
  apply({ layers: shown.layers }, { fly: false });
  look(shown, options);
  light(); // after the flight has begun, for the ring waits for its end
}

/** All that the panel tells, for who hears it. @param {Step} shown */
function spoken({ headline, caption, missing }) {
  const place = `Step ${now.step + 1} of ${tour()?.steps.length}: ${headline}.`;
  return [place, textOf(caption), ...missing].filter(Boolean).join(" ");
}

function light() {
  restyle();
  dimPoints();
  markLit();
}

/** @param {Step} shown @param {Options} [how] */
function look({ focus }, { fly = true } = {}) {
  const scale = big();
  if (focus.view) {
    const [lat, lon, zoom] = focus.view;
    moveTo({ lat, lon, zoom: zoom + Math.log2(scale) }, { fly });
  } else if (focus.bounds) {
    const padding = facts.tokens.layout.presenter.padding * scale;
    moveTo(viewOf(boundsOfBox(focus.bounds), { padding }), { fly });
  } else if (focus.ref) fit(focus.ref, { fly });
  fitted = JSON.stringify(view());
}

/** Back to what was on before; where the map looks stays. After a reload nothing is known of before. */
function leave() {
  const { routes, ...others } = before ?? { routes: null };
  if (!now.tour) before = null;
  light();
  if (!now.tour) apply(now.routes || routes ? { ...others, routes } : others, { stay: true });
  rest();
}

/** Another window or a taller caption: the same step in its new box, unless somebody has moved the map. */
function refit() {
  const shown = step();
  if (!shown || isWaiting || JSON.stringify(view()) !== fitted) return;
  look(shown, { fly: false });
  light();
}
