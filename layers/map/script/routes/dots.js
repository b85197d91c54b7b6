/* The places of the network as dots, while routes are shown. */
import { isFinger } from "../dom.js";
import { facts } from "../facts.js";
import { on } from "../hooks.js";
import { map } from "../state.js";
import { tokens } from "../tokens.js";
import { routing } from "./legs.js";

const HIT = 9, TOUCH = 20; // px round a place
const RADIUS = { place: 2.4, strait: 3.6 }; // px
const PANE = "route-places";
/** @type {NetworkPlace[]} */
let places = [];
/** @type {L.LayerGroup | null} */
let dots = null;

export function start() {
  places = Object.entries(facts.network.nodes)
    .map(([id, node]) => ({ id, ...node, latlng: L.latLng(node.lat, node.lon) }));
  map.createPane(PANE).style.zIndex = "405";
  on("routes", () => routing() ? draw() : dots?.remove());
  on("theme", () => routing() && draw());
}

/**
 * The place within reach of a point of the map, in px.
 * @param {L.Point} point
 * @returns {NetworkPlace | null}
 */
export function placeNear(point) {
  const reach = isFinger() ? TOUCH : HIT;
  const near = places
    .map((place) => ({ place, away: map.latLngToContainerPoint(place.latlng).distanceTo(point) }))
    .filter(({ away }) => away < reach);
  return near.sort((a, b) => a.away - b.away)[0]?.place ?? null;
}

/**
 * The strait with this name.
 * @param {string | undefined} name
 */
export const straitCalled = (name) => places.find((place) => place.strait && place.name === name) ?? null;

function draw() {
  dots ??= made();
  dots.eachLayer((/** @type {L.Layer} */ dot) => {
    const isStrait = dot.place.strait;
    dot.setRadius(isStrait ? RADIUS.strait : RADIUS.place).setStyle(styleOf(dot.place));
  });
  dots.addTo(map);
}

function made() {
  const options = { pane: PANE, renderer: L.canvas({ pane: PANE, padding: 0.3 }), interactive: false };
  return L.layerGroup(places.map((place) => Object.assign(L.circleMarker(place.latlng, options), { place })));
}

/** @param {NetworkPlace} place */
function styleOf({ id }) {
  const { page, map: colour } = tokens(), isClosed = routing()?.places.includes(id);
  const [edge, fill] = isClosed ? [colour.closed, colour.closed] : [page.ink_2, colour.casing];
  return { color: edge, weight: 1, fillColor: fill, fillOpacity: 1 };
}
