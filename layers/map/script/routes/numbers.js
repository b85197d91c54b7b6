/* The routes' numbers: each midway along what only its route uses, clear of everything else. */
import { frameOf, parts, walk } from "../ground/screen.js";
import { on } from "../hooks.js";
import { controlBoxes, onMap, reserve } from "../space.js";
import { map } from "../state.js";
import { routing } from "./legs.js";
import { boxesOf, signPoints } from "./marks.js";

const ROOM = { badge: 34, mark: 24, line: 20, edge: 18 }; // px from a number to its neighbours
const STEP = 10; // px between the places that are tried for a number
const BADGES = "route-badges", SIZE = 24; // px
/** @type {L.LayerGroup} */
let badges;

export function start() {
  badges = L.layerGroup().addTo(map);
  const pane = map.createPane(BADGES);
  pane.style.zIndex = "570";
  pane.setAttribute("aria-hidden", "true"); // the legs' own names and the panel say the same
  reserve(() => (routing() ? boxesOf(badges) : []));
  on("routes", () => badges.clearLayers());
  on("rest", number);
}

/** None where no such piece is in view. */
function number() {
  const shown = routing();
  badges.clearLayers();
  if (!shown) return;
  const frame = frameOf(map), boxes = onMap(controlBoxes(), map.getContainer()), marks = signPoints();
  /** @type {{x: number, y: number}[]} */
  const taken = [];
  for (const { n, legs } of shown.routes) {
    const own = samples(legs.filter(({ users }) => users.length === 1), frame);
    const others = samples(shown.legs.filter(({ users }) => !users.includes(n)), frame);
    const tries = fromTheMiddle(own).filter((spot) =>
      isInside(spot, frame) && isClear(spot, boxes) && isApart(spot, taken, ROOM.badge) &&
      isApart(spot, marks, ROOM.mark)
    );
    const spot = tries.find((one) => isApart(one, others, ROOM.line)) ?? tries[0];
    if (!spot) continue;
    taken.push(spot);
    addBadge(n, spot);
  }
}

/** @param {number} n @param {{x: number, y: number}} spot */
function addBadge(n, { x, y }) {
  const icon = L.divIcon({ className: `route-badge s-route-${n}`, iconSize: [SIZE, SIZE], html: String(n) });
  const options = { pane: BADGES, icon, interactive: false, keyboard: false };
  badges.addLayer(L.marker(map.containerPointToLatLng([x, y]), options));
}

/**
 * Points every 10 px of legs that are in view.
 * @param {Leg[]} legs
 * @param {Frame} frame
 */
function samples(legs, frame) {
  /** @type {{x: number, y: number}[]} */
  const found = [];
  for (const { latlngs } of legs) {
    for (const part of parts(latlngs)) walk(part, frame, STEP, (x, y) => found.push({ x, y }));
  }
  return found;
}

/** @param {{x: number, y: number}[]} points */
function fromTheMiddle(points) {
  const half = points.length / 2;
  const rated = points.map((point, at) => ({ point, away: Math.abs(at - half) }));
  return rated.sort((a, b) => a.away - b.away).map(({ point }) => point);
}

/** @param {{x: number, y: number}} point @param {Frame} frame */
const isInside = ({ x, y }, { width, height }) =>
  x > ROOM.edge && y > ROOM.edge && x < width - ROOM.edge && y < height - ROOM.edge;

/**
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number}[]} others
 * @param {number} room
 */
const isApart = ({ x, y }, others, room) => others.every((one) => Math.hypot(one.x - x, one.y - y) >= room);

/** @param {{x: number, y: number}} point @param {Edges[]} boxes */
const isClear = ({ x, y }, boxes) =>
  boxes.every(({ left, top, right, bottom }) =>
    x < left - ROOM.edge || x > right + ROOM.edge || y < top - ROOM.edge || y > bottom + ROOM.edge
  );
