/* The ground: land, lakes, coast, borders and disputed lines on one canvas below everything else. */
import { base, baseTopology } from "../facts.js";
import { on } from "../hooks.js";
import { map } from "../state.js";
import { tokens } from "../tokens.js";

const NEAR_ZOOM = 7; // from here lines are broader
const PANE = "ground";
/** @type {[string, L.Layer][]} */
let drawn = [];
let level = 0;

/** @type {Record<string, (tokens: Tokens) => object>} */
const STYLES = {
  far: ({ map: colour }) => ({ stroke: false, fill: true, fillColor: colour.land, fillOpacity: 1 }),
  land: ({ map: colour }) => filled(colour.coast, 0.8, colour.land),
  lake: ({ map: colour }) => filled(colour.coast, 0.7, colour.water),
  border: ({ map: colour, boundary: { recognised } }) => ({
    color: colour.border,
    weight: recognised.width[level],
    fill: false,
  }),
  disputed: ({ map: colour, boundary: { disputed } }) => ({
    color: colour.disputed,
    weight: disputed.width[level],
    fill: false,
    dashArray: (level ? disputed.dash_px : disputed.dash_px_below_zoom_7).join(" "),
  }),
};

/** @param {string} color @param {number} weight @param {string} fillColor */
const filled = (color, weight, fillColor) => ({ color, weight, fill: true, fillColor, fillOpacity: 1 });
const levelNow = () => (map.getZoom() >= NEAR_ZOOM ? 1 : 0);

export function start() {
  const renderer = L.canvas({ pane: PANE, padding: 0.4 });
  const plain = { pane: PANE, renderer, interactive: false, lineJoin: "round" };
  const layer = (/** @type {object} */ geojson) => L.geoJSON(geojson, plain).addTo(map);
  const world = baseTopology();
  level = levelNow();
  drawn = [
    ["far", layer(base("world"))],
    // All countries as one land: each coast and each border is then projected and drawn once, not once a
    // neighbour.
    ["land", layer(topojson.merge(world, world.objects.countries.geometries))],
    ["lake", layer(base("lakes"))],
    ["border", layer(topojson.mesh(world, { type: "MultiLineString", arcs: borders() }))],
    ["disputed", layer(base("disputed"))],
  ];
  map.on("zoomend", () => {
    if (level === levelNow()) return;
    level = levelNow();
    paint(["border", "disputed"]);
  });
  on("theme", () => paint(Object.keys(STYLES)));
}

/** @param {string[]} names */
function paint(names) {
  const colours = tokens();
  for (const [name, group] of drawn) if (names.includes(name)) group.setStyle(STYLES[name](colours));
}

/**
 * The arcs that more than one country holds. What the disputed lines hold is left to them, for a solid line
 * under the dashes would settle what is not.
 */
function borders() {
  const disputed = arcsOf("disputed");
  return [...arcsOf("countries")].filter(([arc, users]) => users > 1 && !disputed.has(arc)).map((
    [arc],
  ) => [arc]);
}

/**
 * How many of an object's geometries use each arc; ~arc is the same one backwards.
 * @param {string} name
 */
function arcsOf(name) {
  /** @type {Map<number, number>} */
  const users = new Map();
  const arcs = baseTopology().objects[name].geometries.flatMap(({ arcs: own }) => own.flat(Infinity));
  for (const arc of arcs.map((one) => (one < 0 ? ~one : one))) users.set(arc, (users.get(arc) ?? 0) + 1);
  return users;
}
