/* The entry. It draws the first picture as soon as it is read; the map begins when Leaflet and folium's script
 * have come, part by part, so that a person can move it meanwhile. window.atlas is the map's state inside the
 * document, for the page, for tests and for folium's script:
 *   atlas.ready           a promise; resolves when every visible layer is drawn and labelled
 *   atlas.state()         {layers: [id], view: {lat, lon, zoom}, selected, tour, step, exploring, routes, lit, theme}
 *   atlas.apply(delta)    takes any part of that; flies unless the screen asks for less motion or {fly: false} is given
 *   atlas.fit(ref)        "all" | "home" | "layer" | "layer/feature" | "place:id": shows it whole
 *   atlas.feature(ref)    {ref, layer, id, shape, facts …}
 *   atlas.bounds(layer)   its box: west, south, east, north
 *   atlas.labels()        what is named now: [{text, box and dot in px of the map, kind, country, id}]
 *   atlas.readAddress(query)               {delta, faults}
 *   atlas.prepare()                        called once, when Leaflet is there and no map yet
 *   atlas.begin(map, {layer: shapes})      called once, by the script that folium writes
 *   atlas.map                              the Leaflet map
 * Panes by z-index: ground 250 (canvas); closed and lit countries 300; names of land and sea 350; lines 400 (one
 * SVG); the network's places 405; routes 410; names of places and lines 500; signs and numbers of routes 560 and
 * 570; the ring 590; points 600. */
import * as address from "./address.js";
import * as featureCard from "./cards/feature.js";
import * as cardFrame from "./cards/frame.js";
import * as spotCard from "./cards/spot.js";
import * as buttons from "./controls/buttons.js";
import * as focusBox from "./controls/focus_box.js";
import * as legend from "./controls/legend.js";
import * as scale from "./controls/scale.js";
import { breath, frame, inSlices } from "./slices.js";
import * as sources from "./controls/sources.js";
import * as targets from "./controls/targets.js";
import { followPointer } from "./dom.js";
import { facts, known, layerFacts, load, loadWorld } from "./facts.js";
import * as firstPicture from "./first_picture.js";
import * as basemap from "./ground/basemap.js";
import { call, startAll } from "./hooks.js";
import * as labels from "./labels/labels.js";
import * as hatch from "./marks/hatch.js";
import * as lines from "./marks/lines.js";
import * as points from "./marks/points.js";
import * as messages from "./messages.js";
import * as closingCard from "./routes/closing_card.js";
import * as dots from "./routes/dots.js";
import * as legCard from "./routes/leg_card.js";
import * as routeMarks from "./routes/marks.js";
import * as numbers from "./routes/numbers.js";
import * as legPointer from "./routes/pointer.js";
import * as routes from "./routes/routes.js";
import * as state from "./state.js";
import * as tooltip from "./tooltip.js";
import * as caption from "./tour/caption.js";
import * as laser from "./tour/laser.js";
import * as tourLegend from "./tour/legend.js";
import * as overlays from "./tour/overlays.js";
import * as speaker from "./tour/speaker.js";
import * as speakerLink from "./tour/speaker_link.js";
import * as spotlight from "./tour/spotlight.js";
import * as stage from "./tour/stage.js";
import * as steps from "./tour/steps.js";
import * as swipe from "./tour/swipe.js";
import { fit, viewFor } from "./fitting.js";
import * as views from "./views.js";

// In this order parts answer a hook. It matters where a comment says so; elsewhere it is that of the folders.
const PARTS = [
  followPointer,
  messages.start,
  sources.follow,
  lines.start, // before points and legend, which ask what is drawn
  points.start,
  targets.start,
  focusBox.start,
  () => tooltip.start(state.map),
  cardFrame.start,
  featureCard.start,
  spotCard.start,
  routes.start, // before all that stands on the routes or speaks of them
  routeMarks.start, // before the numbers, which keep clear of signs
  numbers.start,
  hatch.start,
  legPointer.start,
  legCard.start,
  closingCard.start,
  dots.start,
  labels.start, // its labels are placed in the next frame, when all others have answered
  legend.follow,
  scale.start,
  steps.start, // before all that shows a step, for it says which one there is
  swipe.start,
  caption.start, // before the stage, for its height leaves the map its box
  tourLegend.start,
  overlays.start,
  laser.start,
  spotlight.start,
  stage.start,
  speakerLink.start,
];

/** @type {() => void} */
let markReady = () => {};
const ready = new Promise((resolve) => void (markReady = () => resolve(undefined)));

/** @param {string} id */
const block = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

/**
 * In slices; what is seen is the first picture until the map has taken its canvas over.
 * @param {L.Map} leafletMap
 * @param {Record<string, L.Layer>} foliumLayers
 */
async function begin(leafletMap, foliumLayers) {
  load(block("atlas-facts"));
  if (isSpeaker) return speaker.start();
  await breath();
  state.takeMap(leafletMap, foliumLayers);
  await breath();
  firstPicture.end(); // its canvas goes on in the map
  leafletMap.invalidateSize({ animate: false });
  const { delta, faults } = address.read(location.hash.slice(1), known);
  lookFirst(delta);
  state.correct({ theme: delta.theme ?? state.ownTheme() });
  basemap.start();
  const layers = delta.layers ?? facts.layers.filter((layer) => layer.on).map(({ id }) => id);
  await inSlices(beginning(layers.flatMap((id) => foliumLayers[id] ?? [])));
  const { view: _, ...others } = delta; // a hand may have moved the map meanwhile
  state.apply({ ...others, layers }, { fly: false });
  messages.startTelling();
  settle();
  state.say(faults.length ? `Ignored in the address: ${faults.join(" ")}` : "");
}

/** @param {L.Layer[]} layers that are on */
function* beginning(layers) {
  yield;
  for (const start of PARTS) {
    startAll([start]);
    yield;
  }
  state.showTheme(state.now.theme);
  state.map.on("movestart zoomstart", () => call("move"));
  matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", () => state.apply({ theme: state.ownTheme() }));
  for (const layer of layers) {
    yield;
    state.map.addLayer(layer);
  }
}

/**
 * Before anything is drawn: each new view would project the whole base map again.
 * @param {Delta} delta
 */
function lookFirst({ view, selected }) {
  startAll([views.start, buttons.start, legend.start]); // what is shown whole keeps clear of them
  const first = view ?? (selected && viewFor(selected)) ?? viewFor("home");
  if (first) views.moveTo(first, { fly: false });
}

/** The first rest comes with the fonts that are measured. */
async function settle() {
  await Promise.all([document.fonts.ready, frame()]);
  await frame();
  state.firstRest();
  views.allowFlights();
  await labels.placed;
  document.documentElement.dataset.drawn = "yes"; // from now on an error is no reason to give the map up
  markReady();
  messages.tellSoon();
}

/** Once Leaflet is there: what is fixed when folium makes the map is said before. */
function prepare() {
  if (views.motion()) return;
  L.Map.mergeOptions({
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
  });
}

const isSpeaker = location.hash.startsWith("#speaker");
loadWorld(block("base-map"));
if (!isSpeaker) firstPicture.draw();

Object.assign(window, {
  atlas: {
    ready,
    prepare,
    begin,
    state: state.read,
    apply: state.apply,
    fit,
    feature: state.feature,
    bounds: (/** @type {string} */ id) => layerFacts(id)?.bounds,
    labels: labels.labels,
    readAddress: (/** @type {string} */ query) => address.read(query, known),
    get map() {
      return state.map;
    },
  },
});
