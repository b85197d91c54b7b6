/* While a tour runs: one line that says what the lit lines' dashes and colours mean. */
import { make } from "../dom.js";
import { isDim } from "../emphasis.js";
import { layerFacts } from "../facts.js";
import { frameOf, sees } from "../ground/screen.js";
import { on } from "../hooks.js";
import { layerSwatch, lineSwatch } from "../marks/swatches.js";
import { format } from "../reference.js";
import { linesOf } from "../scene.js";
import { reserve } from "../space.js";
import { featuresOf, map, now, step, visible } from "../state.js";
import { boundsOf } from "../views.js";
import { briefName, status as statusOf, statusesOf } from "../words.js";

const MOST = 5; // entries in one line
const WIDE = 60; // px
/** @type {HTMLElement} */
let legend;

export function start() {
  legend = make("p", "tour-legend");
  map.getContainer().append(legend);
  reserve(() => (legend.hidden ? [] : [legend.getBoundingClientRect()]));
  for (const hook of /** @type {const} */ (["rest", "tour", "theme"])) on(hook, write);
}

function write() {
  legend.hidden = !step();
  if (legend.hidden) return;
  const entries = now.routes ? ofRoutes(now.routes) : ofLayers();
  legend.replaceChildren(...entries.slice(0, MOST));
  legend.hidden = !entries.length;
}

/** @param {Node} swatch @param {string} text */
function entry(swatch, text) {
  const one = make("span", "tour-sign");
  one.append(swatch, make("span", "", text));
  return one;
}

/** @param {LayerFacts} layer @param {Node} swatch */
const named = ({ short }, swatch) => entry(swatch, briefName(short));

/** @param {RoutesState} answer */
function ofRoutes({ routes }) {
  const swatch = (/** @type {string} */ subject) => lineSwatch(WIDE, { subject });
  const isLost = linesOf("routes").some(({ layer }) => layer === "lost");
  return [
    ...routes.map(({ n, title }) => entry(swatch(`route-${n}`), `${n} ${title}`)),
    ...(isLost ? [entry(swatch("lost"), "lost")] : []),
    ...withoutLines([]),
  ];
}

/** One subject: its dashes. Several: each with its colour, then the dashes in ink. */
function ofLayers() {
  const frame = frameOf(map);
  const lines = linesOf("layers").filter(({ layer, id, latlngs }) =>
    !isDim(format(layer, id)) && sees(latlngs, frame)
  );
  const layers = [...new Set(lines.map(({ layer }) => layer))].flatMap((id) => layerFacts(id) ?? []);
  const subjects = [...new Set(lines.map(({ subject }) => subject))];
  const subject = subjects.length === 1 ? subjects[0] : undefined;
  const dashes = statusesOf(lines).map((status) =>
    entry(lineSwatch(WIDE, { subject, status }), statusOf({ status }))
  );
  if (subjects.length < 2) return [...dashes, ...withoutLines(layers)];
  const colours = layers.map((layer) => named(layer, layerSwatch(layer)));
  return [...colours, ...withoutLines(layers), ...(dashes.length > 1 ? dashes : [])];
}

/**
 * Layers of which only areas and points are lit.
 * @param {LayerFacts[]} others layers that have their entry
 */
function withoutLines(others) {
  const bounds = map.getBounds();
  const isInView = (/** @type {Feature} */ one) => !isDim(one.ref) && bounds.intersects(boundsOf(one));
  return visible().flatMap((id) => layerFacts(id) ?? [])
    .filter((layer) => !others.includes(layer) && featuresOf(layer.id).some(isInView))
    .map((layer) => named(layer, layerSwatch(layer)));
}
