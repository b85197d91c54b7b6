/* Where the map looks: flights and cuts, fitting a thing whole, and the limits of the base map. */
import { facts, layerFacts, placeFacts } from "./facts.js";
import { homeOf } from "./ground/first_view.js";
import { on } from "./hooks.js";
import { layerOf } from "./reference.js";
import { covered } from "./space.js";
import { asView, camera, countAction, feature, map, rest, say, showLayer, visible } from "./state.js";

const SMALL = 700; // px: width of a map
const PADDING = { large: 40, small: 24 }; // px that stay free on each side
const NEAREST = { line: 10.5, point: 9 };
/** @type {Record<string, number>} */
const PLACE_ZOOM = { country: 6, sea: 5.5, lake: 7, area: 7.5 };
const TOWN_ZOOM = 8.5;
let isSent = false; // the movement under way was sent by us, not by a hand
let hasStarted = false;

const lessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
/** Whether things may move. */
export const motion = () => !lessMotion();
export const isSmall = () => map.getSize().x < SMALL;
const usualPadding = () => PADDING[isSmall() ? "small" : "large"];

/** @param {Box} box west, south, east, north */
export const boundsOfBox = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

/**
 * The box of a feature, which for a point is the point.
 * @param {{shape: L.Layer}} feature
 */
export const boundsOf = ({ shape }) => shape.getBounds?.() ?? L.latLngBounds([shape.getLatLng()]);

/** Begins to hear the map; before the first view. */
export function start() {
  const container = map.getContainer();
  for (const kind of ["pointerdown", "wheel"]) {
    container.addEventListener(kind, endFlight, { capture: true, passive: true });
  }
  map.on("movestart", () => {
    if (isSent) return;
    camera.goal = null;
    countAction(); // by a person
  });
  map.on("moveend", () => {
    isSent = camera.flying = false;
    arrive();
  });
  // The attribution strip or a turned phone change the map's box without a resize of the window.
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    limit();
  }).observe(container);
  limit();
  on("view", moveTo);
}

/** From now on the map flies. */
export const allowFlights = () => void (hasStarted = true);

function arrive() {
  rest();
  say();
}

/** A hand on the map ends a flight; Leaflet stops it without a word. */
function endFlight() {
  if (!camera.flying) return;
  camera.flying = isSent = false;
  camera.goal = null;
  arrive();
}

/** The map ends where the base map ends: no wider view, no further drag. */
function limit() {
  const [west, , east] = facts.extent, { x } = map.getSize();
  map.setMinZoom(Math.max(3, Math.log2((x * 360) / (256 * (east - west)))));
  map.setMaxBounds(boundsOfBox(facts.extent));
}

/**
 * Between 0.7 and 1.6 s by distance.
 * @param {number} widths of the map
 * @param {number} zooms steps of zoom
 * @param {[number, number]} limits ms
 */
export const flightSeconds = (widths, zooms, [short, long]) =>
  Math.min(long, short + 300 * widths + 100 * Math.abs(zooms)) / 1000;

/** @param {L.LatLng} centre @param {number} zoom */
function flightTo(centre, zoom) {
  const wide = Math.min(zoom, map.getZoom());
  const px = map.project(map.getCenter(), wide).distanceTo(map.project(centre, wide));
  return flightSeconds(px / map.getSize().x, zoom - map.getZoom(), facts.tokens.motion.fly_ms);
}

/** @param {View} wanted @param {Options} [options] */
export function moveTo({ lat, lon, zoom }, { fly = true } = {}) {
  const near = Math.min(Math.max(zoom, map.getMinZoom()), map.getMaxZoom()), centre = L.latLng(lat, lon);
  const isThere = map.getCenter().distanceTo(centre) < 1 && Math.abs(map.getZoom() - near) < 0.005;
  camera.goal = asView(centre, near);
  if (isThere && !camera.flying) return arrive();
  isSent = true;
  if (fly && hasStarted && !lessMotion()) {
    camera.flying = true;
    map.flyTo(centre, near, { duration: flightTo(centre, near) });
  } else map.setView(centre, near, { animate: false });
}

/**
 * Shows "all", "home" or a reference whole.
 * @param {string} ref
 * @param {Options} [options]
 */
export function fit(ref, options) {
  const wanted = viewFor(String(ref));
  if (!wanted) return say("There is nothing to zoom to.");
  if (!["all", "home"].includes(ref)) showLayer(layerOf(ref));
  moveTo(wanted, options);
}

/**
 * A person asks for it.
 * @param {string} ref
 */
export function fitByHand(ref) {
  countAction();
  fit(ref);
}

/** @param {string} ref @returns {View | null} */
function viewFor(ref) {
  const place = placeFacts(ref);
  if (place) return viewOfPlace(place);
  const bounds = boundsFor(ref);
  if (!bounds) return null;
  const isPoint = bounds.getNorthWest().equals(bounds.getSouthEast());
  const padding = ref === "home" ? 0 : usualPadding();
  return viewOf(bounds, { padding, nearest: isPoint ? NEAREST.point : NEAREST.line });
}

/** @param {Place} place @returns {View} */
export const viewOfPlace = ({ lat, lon, kind }) => ({ lat, lon, zoom: PLACE_ZOOM[kind] ?? TOWN_ZOOM });

function home() {
  const { x: width, y: height } = map.getSize();
  return boundsOfBox(homeOf(facts.homes, { width, height }));
}

/** @param {string} ref @returns {L.LatLngBounds | null} */
function boundsFor(ref) {
  if (ref === "home") return home();
  if (ref === "all") {
    const boxes = visible().flatMap((id) => {
      const box = layerFacts(id)?.bounds;
      return box ? [boundsOfBox(box)] : [];
    });
    return boxes.length ? boxes.reduce((all, one) => all.extend(one)) : home();
  }
  const layer = layerFacts(ref), found = feature(ref);
  if (layer) return layer.bounds && boundsOfBox(layer.bounds);
  return found ? boundsOf(found) : null;
}

/**
 * The view that shows the box whole, `padding` px from the edges, `right` and `bottom` px more, and clear of
 * what covers an edge; never nearer than `nearest`.
 * @param {L.LatLngBounds} bounds
 * @param {{padding?: number, nearest?: number, right?: number, bottom?: number}} room
 * @returns {View}
 */
export function viewOf(bounds, { padding = usualPadding(), nearest = NEAREST.line, right = 0, bottom = 0 }) {
  const top = covered("top"), low = covered("bottom") + bottom;
  const taken = L.point(2 * padding + right, 2 * padding + top + low);
  const zoom = Math.max(Math.min(map.getBoundsZoom(bounds, false, taken), nearest), map.getMinZoom());
  const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.project(corner, zoom));
  const centre = corners[0].add(corners[1]).add([right, low - top]).divideBy(2);
  return within(map.unproject(centre, zoom), zoom);
}

/**
 * As setView would limit it.
 * @param {L.LatLng} wanted
 * @param {number} zoom
 * @returns {View}
 */
function within(wanted, zoom) {
  const { lat, lng: lon } = map._limitCenter(wanted, zoom, map.options.maxBounds);
  return { lat, lon, zoom };
}

/**
 * Moves what the map shows up by so many px.
 * @param {number} px
 */
export function raise(px) {
  const zoom = map.getZoom();
  moveTo(within(map.unproject(map.project(map.getCenter(), zoom).add([0, px]), zoom), zoom));
}
