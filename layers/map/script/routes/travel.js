/* Along a way: the order in which its legs are travelled, where cargo changes, and where a closure cuts it.
 * Touches no map. */

/**
 * The legs with the nodes they leave and reach; after a gap the next leg begins anew.
 * @param {Leg[]} legs
 * @returns {Travelled[]}
 */
export function travel(legs) {
  /** @type {string | null} */
  let at = null;
  return legs.map((leg, n) => {
    const from = at !== null && endsOf(leg).includes(at) ? at : startOf(leg, legs[n + 1]);
    at = from === leg.from ? leg.to : leg.from;
    return { leg, from, to: at };
  });
}

/** @param {Leg | undefined} leg */
const endsOf = (leg) => (leg ? [leg.from, leg.to] : []);

/**
 * The end that the next leg does not have.
 * @param {Leg} leg
 * @param {Leg} [next]
 */
const startOf = (leg, next) => endsOf(leg).find((end) => !endsOf(next).includes(end)) ?? leg.from;

/**
 * The nodes where cargo changes between rail, road and ship, each once.
 * @param {{legs: Leg[]}[]} routes
 */
export function changesOf(routes) {
  const ids = routes.flatMap(({ legs }) =>
    travel(legs).slice(1).filter(({ leg }, n) => leg.mode !== legs[n].mode).map(({ from }) => from)
  );
  return [...new Set(ids)];
}

/**
 * The stretches of a way that are closed.
 * @param {Leg[]} legs
 * @param {Set<string>} closed
 */
export function closedStretches(legs, closed) {
  /** @type {Travelled[][]} */
  const stretches = [];
  travel(legs).forEach((step, n, all) => {
    if (!closed.has(step.leg.id)) return;
    const before = all[n - 1], isSame = n > 0 && closed.has(before.leg.id) && before.to === step.from;
    if (isSame) stretches.at(-1)?.push(step);
    else stretches.push([step]);
  });
  return stretches;
}

/**
 * The line of a stretch in order of travel.
 * @param {Travelled[]} stretch
 * @returns {L.LatLng[]}
 */
export const wayOf = (stretch) =>
  stretch.flatMap(({ leg, from }) => (from === leg.from ? leg.latlngs : [...leg.latlngs].reverse()));

/**
 * Points at most 0.1 degree apart, so that a long straight piece has a point near the border it crosses.
 * @param {{lat: number, lng: number}[]} way
 */
export function dense(way) {
  return way.flatMap((point, n) => {
    const next = way[n + 1] ?? point, lat = next.lat - point.lat, lng = next.lng - point.lng;
    const pieces = Math.max(1, Math.ceil(Math.hypot(lng, lat) * 10));
    return Array.from({ length: pieces }, (_, i) => ({
      lat: point.lat + (lat * i) / pieces,
      lng: point.lng + (lng * i) / pieces,
    }));
  });
}
