/* What the map shows: the one home of state that parts share, and the one way to change it. Parts that draw
 * answer hooks (hooks.js). */
import * as address from "./address.js";
import { facts, known, layerFacts, placeFacts } from "./facts.js";
import { call } from "./hooks.js";
import { format, layerOf, pointOf } from "./reference.js";
import { position } from "./position.js";

const PAUSE = 40; // ms until what measures the map follows a change

/**
 * The Leaflet map that folium made.
 * @type {L.Map}
 */
export let map;
/** @type {State} */
export const now = {
  layers: [],
  selected: null,
  tour: null,
  step: 0,
  exploring: false,
  routes: null,
  lit: null,
  named: [],
  theme: "light",
};
/**
 * The view that was asked for, until a person moves the map; whether a flight is under way.
 * @type {{goal: View | null, flying: boolean}}
 */
export const camera = { goal: null, flying: false };
/** @type {Record<string, L.Layer>} */
let shapes = {};
/** @type {Map<string, Feature>} */
let features = new Map();
/** @type {Map<string, Feature[]>} */
let byLayer = new Map();
let actions = 0;
let isRested = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {L.Map} leafletMap
 * @param {Record<string, L.Layer>} foliumLayers a group of shapes for each layer
 */
export function takeMap(leafletMap, foliumLayers) {
  map = leafletMap;
  shapes = foliumLayers;
  features = new Map();
  byLayer = new Map();
  for (const [layer, group] of Object.entries(shapes)) {
    /** @type {Feature[]} */
    const own = [];
    byLayer.set(layer, own);
    group.eachLayer((/** @type {L.Layer} */ shape) => {
      const { id, geometry: { type } } = shape.feature;
      const ref = format(layer, id);
      const isArea = type.endsWith("Polygon"), isPoint = type === "Point";
      const made = { ref, layer, id, shape, isArea, isPoint, facts: facts.features[ref] };
      features.set(ref, made);
      own.push(made);
    });
  }
}

/* ---- what is asked ---- */
/** @param {string | null} ref */
export const feature = (ref) => features.get(ref ?? "");
/** @param {string} layer @returns {readonly Feature[]} */
export const featuresOf = (layer) => byLayer.get(layer) ?? [];
export const allFeatures = () => [...known.layers].flatMap(featuresOf);
export const visible = () => [...now.layers];

/** The running tour. */
export const tour = () => facts.tours[now.tour ?? ""] ?? null;
/** The step on show; null while the map is left to the class. */
export const step = () => (now.exploring ? null : tour()?.steps[now.step] ?? null);

/** @param {number} number @param {number} digits */
const round = (number, digits) => Number(number.toFixed(digits));

/** @param {L.LatLng} centre @param {number} zoom @returns {View} */
export const asView = ({ lat, lng }, zoom) => ({
  lat: round(lat, 4),
  lon: round(lng, 4),
  zoom: round(zoom, 2),
});

/** Where the map looks. What was asked for stays letter for letter, so that a link stays the same. */
export const view = () => camera.goal ?? asView(map.getCenter(), map.getZoom());

/** A copy of everything, as it is told outside. */
export const read = () => ({ ...now, layers: visible(), view: view() });

/**
 * The theme that the screen asks for.
 * @returns {Theme}
 */
export const ownTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** The state as the query of an address. */
export const query = () => address.write(read(), ownTheme());

/** What is seen, in the words of a window's title; empty where it is all of the map. */
export const title = () => {
  const shown = step();
  return shown ? `${shown.headline} · ${tour()?.title}` : now.selected ? nameOf(now.selected) ?? "" : "";
};

/** Whether the map has stood still since the start. */
export const isReady = () => isRested;

/** How often a person has changed something: what another program asks for meanwhile is late. */
export const actionCount = () => actions;
export const countAction = () => void (actions += 1);

/* ---- what is changed ---- */
/**
 * A sentence for a screen reader; without one, only that something is different.
 * @param {string} [sentence]
 */
export const say = (sentence) => call("said", sentence);

/**
 * A person changes something.
 * @param {Delta} delta
 * @param {Options} [options]
 */
export function act(delta, options) {
  countAction();
  apply(delta, options);
}

/** A person asks for the other theme. */
export const flipTheme = () => act({ theme: now.theme === "dark" ? "light" : "dark" });

/**
 * Another program changes something.
 * @param {unknown} wanted any part of the state
 * @param {Options} [options]
 */
export function apply(wanted, options) {
  const { delta, faults } = address.check(/** @type {Record<string, unknown>} */ (wanted ?? {}), known);
  const sentences = faults.map((fault) => `Ignored: ${fault}`);
  if (delta.layers) sentences.push(...showLayers(delta.layers));
  takeTourAndRoutes(delta, options);
  if (delta.theme && delta.theme !== now.theme) sentences.push(showTheme(delta.theme));
  if (delta.selected !== undefined && delta.selected !== now.selected) sentences.push(select(delta.selected));
  if ("tour" in delta || "step" in delta || "exploring" in delta) call("tour", options);
  // A step says itself where to look.
  if (delta.view && !(delta.tour && !now.exploring)) call("view", delta.view, options);
  if (Object.keys(delta).join() !== "lit") rest(); // light moves no label
  say(sentences.join(" "));
}

/**
 * A part corrects what cannot be, before anybody has drawn it.
 * @param {Partial<State>} part
 */
export const correct = (part) => void Object.assign(now, part);

/** @param {Delta} delta @param {Options} [options] */
function takeTourAndRoutes(delta, options) {
  if (delta.tour && delta.tour !== now.tour) Object.assign(now, { step: 0, exploring: false });
  const { tour: id = now.tour, step: at = now.step, exploring = now.exploring } = delta;
  const { routes = now.routes, lit = now.lit, named = now.named } = delta;
  Object.assign(now, { tour: id, step: at, exploring, routes, lit, named });
  if ("routes" in delta) call("routes", options);
  if ("lit" in delta) call("light");
}

/** @param {string[]} wanted */
function showLayers(wanted) {
  const on = wanted.filter((id) => shapes[id]);
  const come = on.filter((id) => !now.layers.includes(id));
  const go = now.layers.filter((id) => !on.includes(id));
  if (!come.length && !go.length) return [];
  now.layers = on;
  go.forEach((id) => map.removeLayer(shapes[id]));
  come.forEach((id) => map.addLayer(shapes[id]));
  call("layers");
  const names = (/** @type {string[]} */ ids) => ids.map((id) => layerFacts(id)?.short).join(", ");
  return [come.length && `Shown: ${names(come)}.`, go.length && `Hidden: ${names(go)}.`].filter((said) =>
    said !== 0
  );
}

/**
 * What is picked or flown to must be on.
 * @param {string | null} layer
 */
export function showLayer(layer) {
  if (layer && shapes[layer] && !now.layers.includes(layer)) apply({ layers: [...now.layers, layer] });
}

/** @param {string | null} ref */
function select(ref) {
  now.selected = ref;
  showLayer(layerOf(ref));
  call("select");
  return ref ? `Selected: ${nameOf(ref)}.` : "Nothing selected.";
}

/** @param {Theme} theme */
export function showTheme(theme) {
  now.theme = theme;
  document.documentElement.dataset.theme = theme;
  call("theme");
  return theme === "dark" ? "Dark theme." : "Light theme.";
}

/** @param {string} ref */
function nameOf(ref) {
  const point = pointOf(ref);
  if (point) return position(point);
  return placeFacts(ref)?.name ?? facts.features[ref]?.name ?? layerFacts(ref)?.short;
}

/** What measures the map (labels, legend) waits until it stands still. */
export function rest() {
  clearTimeout(timer);
  if (isRested) timer = setTimeout(() => (camera.flying ? rest() : call("rest")), PAUSE);
}

/** The first rest, once for all. */
export function firstRest() {
  isRested = true;
  call("rest");
}
