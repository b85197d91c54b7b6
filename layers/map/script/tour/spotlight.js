/* The ring round what is spoken of, and the outline of countries that are lit. */
import { big, lit } from "../emphasis.js";
import { facts, placeFacts } from "../facts.js";
import { outlinesOf } from "../ground/countries.js";
import { on } from "../hooks.js";
import { measure, ring as ringNow } from "../ring.js";
import { reserve } from "../space.js";
import { camera, map, now, step } from "../state.js";

const PANE = "spotlight", COUNTRIES = "lit-countries";
/** @type {L.LayerGroup} */
let outlines;
/** @type {L.Layer} */
let ring;
/** @type {L.Layer} */
let renderer;
/**
 * The ring that is drawn: its step, and its side in px.
 * @type {{step: string, side: number} | null}
 */
let last = null;

export function start() {
  outlines = L.layerGroup().addTo(map);
  ring = L.marker([0, 0], { pane: PANE, interactive: false, keyboard: false });
  for (const [name, level] of [[COUNTRIES, "300"], [PANE, "590"]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = level;
    pane.setAttribute("aria-hidden", "true");
  }
  renderer = L.svg({ pane: COUNTRIES, padding: 0.3 });
  reserve(boxesAlong);
  map.on("zoomend moveend", () => step() && draw());
  on("rest", () => step() && !map.hasLayer(ring) && draw()); // a hand on the map has ended the flight
}

/** Draws both anew for the step on show. */
export function markLit() {
  const places = lit().flatMap((ref) => placeFacts(ref) ?? []);
  const codes = places.filter(({ kind }) => kind === "country").map(({ country }) => country);
  const options = { pane: COUNTRIES, renderer, interactive: false, style: { className: "lit-country" } };
  outlines.clearLayers();
  for (const outline of codes.length ? outlinesOf(codes) : []) outlines.addLayer(L.geoJSON(outline, options));
  draw();
}

function draw() {
  const found = measure();
  if (!found || camera.flying) {
    ring.remove();
    last = null;
    return;
  }
  const side = Math.round(2 * found.radius), id = `${now.tour} ${now.step}`, isNew = last?.step !== id;
  ring.setLatLng(found.centre);
  if (isNew || last?.side !== side) {
    ring.setIcon(
      L.divIcon({ className: isNew ? "spotlight arriving" : "spotlight", iconSize: [side, side] }),
    );
  }
  last = { step: id, side };
  if (!map.hasLayer(ring)) ring.addTo(map);
}

/** No label through the ring: small boxes along it, a name inside or outside stays free. */
function boxesAlong() {
  const found = ringNow(), { left, top } = map.getContainer().getBoundingClientRect();
  if (!found) return [];
  const { ring: width, edge } = facts.tokens.spotlight, side = (width + 2 * edge) * big() + 2;
  const count = Math.ceil((2 * Math.PI * found.radius) / side);
  return Array.from({ length: count }, (_, n) => {
    const angle = (2 * Math.PI * n) / count;
    const x = found.x + found.radius * Math.cos(angle), y = found.y + found.radius * Math.sin(angle);
    return new DOMRect(left + x - side / 2, top + y - side / 2, side, side);
  });
}
