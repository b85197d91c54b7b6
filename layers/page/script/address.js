/* The address of the page: the map's part, which the map spells, and the panels' part, which Python does. */

/**
 * Return the address that names both parts.
 * @param {string} pathname
 * @param {(string | undefined)[]} queries
 */
export function joined(pathname, queries) {
  const query = queries.filter(Boolean).join("&");
  return query ? "?" + query : pathname;
}

/** @type {string | undefined} */
let ofMap;
/** @type {string | undefined} */
let ofPanels;
let mapHasSpoken = false;

/**
 * Take up the panels' part. Before the map has spoken the address stays as it was asked for.
 * @param {string | undefined} query
 */
export function namePanels(query) {
  if (query === ofPanels) return;
  ofPanels = query;
  if (mapHasSpoken) write();
}

/**
 * Take up the map's part.
 * @param {string | undefined} query
 */
export function nameMap(query) {
  mapHasSpoken = true;
  ofMap = query;
  write();
}

const write = () => history.replaceState(null, "", joined(location.pathname, [ofMap, ofPanels]));
