/* Where the map looks: flights and cuts, the view that holds a box, and the limits of the base map. What is shown
 * whole says fitting.js. */
import { facts } from "./facts.js";
import { on } from "./hooks.js";
import { coveredEdges } from "./space.js";
import { asView, camera, countAction, map, rest, say, step } from "./state.js";

const SMALL = 700; // px: width of a map
const PADDING = { large: 40, small: 24 }; // px that stay free on each side
const LEAST = 48; // px of a small map into which all is fitted
const NEAREST = 10.5; // zoom
const WIDEST = { large: 3, small: 2 }; // zoom: a phone held upright must take in as many degrees as a screen
let isSent = false; // the movement under way was sent by us, not by a hand
let hasStarted = false;

const lessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
/** Whether things may move. */
export const motion = () => !lessMotion();
export const isSmall = () => map.getSize().x < SMALL;
/** px that stay free on each side. */
export const usualPadding = () => PADDING[isSmall() ? "small" : "large"];

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
  map.setMinZoom(
    Math.max(isSmall() ? WIDEST.small : WIDEST.large, Math.log2((x * 360) / (256 * (east - west)))),
  );
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
 * The view that shows the box whole, `padding` px from the edges and `room` px more; never nearer than `nearest`.
 * @param {L.LatLngBounds} bounds
 * @param {{padding?: number, nearest?: number, room?: Partial<Edges>}} [how] room: without it what covers an edge
 * @returns {View}
 */
export function viewOf(bounds, { padding = usualPadding(), nearest = NEAREST, room = coveredEdges() } = {}) {
  const [left, aside] = roomIn(map.getSize().x, padding, room.left ?? 0, room.right ?? 0);
  const [top, low] = roomIn(map.getSize().y, padding, room.top ?? 0, room.bottom ?? 0);
  const taken = L.point(left + aside, top + low);
  const zoom = Math.max(Math.min(map.getBoundsZoom(bounds, false, taken), nearest), map.getMinZoom());
  const corners = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.project(corner, zoom));
  const centre = corners[0].add(corners[1]).add([aside - left, low - top]).divideBy(2);
  return within(map.unproject(centre, zoom), zoom);
}

/**
 * What stays free before and after a thing that is shown whole: what covers both ends, and the padding; less where
 * a small map would have nothing left.
 * @param {number} size px
 * @param {number} padding px
 * @param {number} before px
 * @param {number} after px
 * @returns {[number, number]} px
 */
export function roomIn(size, padding, before, after) {
  const most = Math.max(0, size - LEAST), part = Math.min(1, most / Math.max(1, before + after));
  const free = Math.max(0, Math.min(padding, (most - before - after) / 2));
  return [before * part + free, after * part + free];
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
 * What has the focus comes into view; in a tour the step alone says where to look.
 * @param {L.LatLngBounds} bounds
 */
export function bringIn(bounds) {
  if (step() || map.getBounds().intersects(bounds)) return;
  map.panTo(bounds.getCenter(), { animate: motion() });
}

/**
 * Moves what the map shows up by so many px.
 * @param {number} px
 */
export function raise(px) {
  const zoom = map.getZoom();
  moveTo(within(map.unproject(map.project(map.getCenter(), zoom).add([0, px]), zoom), zoom));
}
