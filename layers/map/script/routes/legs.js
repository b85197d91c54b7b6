/* An answer of the routes panel as the map has it: its legs with their lines, each once, and whose they are.
 * */
import { facts } from "../facts.js";
import { now } from "../state.js";

const PER_DEGREE = 1000; // as the file of lines counts
/** @type {Map<string, Leg>} */
const legs = new Map();
/** @type {ShownRoutes | null} */
let shown = null;
/** What is shown; null without routes. */
export const routing = () => shown;

/**
 * Longitude and latitude as steps from corner to corner.
 * @param {number[]} steps
 * @returns {[number, number][]} lat and lon
 */
export function decoded(steps) {
  /** @type {[number, number][]} */
  const positions = [];
  let lon = 0, lat = 0;
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i];
    lat += steps[i + 1];
    positions.push([lat / PER_DEGREE, lon / PER_DEGREE]);
  }
  return positions;
}

/** @param {string} id @returns {Leg} */
export function legAt(id) {
  const known = legs.get(id);
  if (known) return known;
  const { steps, ...sent } = facts.network.legs[id], { nodes } = facts.network;
  const name = `${nodes[sent.from].name} – ${nodes[sent.to].name}`;
  const latlngs = decoded(steps).map(([lat, lon]) => L.latLng(lat, lon));
  /** @type {Leg} */
  const leg = { id, ...sent, name, latlngs, users: [], shape: null }; // routes.js makes it when it is shown
  legs.set(id, leg);
  return leg;
}

/** The leg that is lit, if it is shown. */
export const litLeg = () => shown?.legs.find(({ id }) => id === now.lit) ?? null;

/**
 * The group that a leg belongs to and takes its colour from: that of its first route, or of the lost way.
 * @param {Leg} leg
 */
export const groupOf = ({ users: [first] }) => (first ? `route-${first}` : "lost");

/**
 * Takes an answer over from the state; null when there is none. A leg of several routes belongs to them in
 * their order.
 */
export function gather() {
  for (const leg of legs.values()) leg.users = [];
  shown = now.routes && gathered(now.routes);
  return shown;
}

/** @param {RoutesState} answer @returns {ShownRoutes} */
function gathered({ routes, weak, lost, closed, ends, ...rest }) {
  const inOrder = [...routes].sort((a, b) => a.n - b.n).map((route) => ({
    ...route,
    legs: route.legs.map(legAt),
  }));
  for (const { n, legs: own } of inOrder) for (const leg of new Set(own)) leg.users.push(n);
  const used = inOrder.flatMap(({ legs: own }) => own);
  const gone = lost.map(legAt).filter(({ users }) => !users.length);
  return {
    ...rest,
    routes: inOrder,
    weak: new Set(weak),
    lost: gone,
    closed: new Set(closed),
    ends: ends.map((id) => ({ id, ...facts.network.nodes[id] })),
    legs: [...new Set([...used, ...gone])],
  };
}
