/* The places of the network, put together of what is sent once: name and country of the place of the map, the
 * position of the ends of the lines. */

const PER_DEGREE = 1000; // as the file of lines counts

/**
 * @param {SentNetwork} network
 * @param {Record<string, Place>} places
 * @returns {Network}
 */
export function withNodes(network, places) {
  const at = positions(network.legs);
  const nodes = Object.entries(network.nodes).map(([id, sent]) => {
    const { name = id, country } = places[sent.place ?? id] ?? {};
    return [id, { name, country, ...at.get(id), ...sent }];
  });
  return { ...network, nodes: Object.fromEntries(nodes) };
}

/**
 * Where each node lies: every line begins and ends at one.
 * @param {SentNetwork["legs"]} legs
 */
function positions(legs) {
  /** @type {Map<string, {lat: number, lon: number}>} */
  const at = new Map();
  for (const { from, to, steps } of Object.values(legs)) {
    const [lon, lat] = steps;
    at.set(from, { lat: lat / PER_DEGREE, lon: lon / PER_DEGREE });
    at.set(to, { lat: total(steps, 1) / PER_DEGREE, lon: total(steps, 0) / PER_DEGREE });
  }
  return at;
}

/**
 * @param {number[]} steps
 * @param {0 | 1} first
 */
const total = (steps, first) => steps.reduce((sum, step, i) => i % 2 === first ? sum + step : sum, 0);
