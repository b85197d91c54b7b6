/* How near a view has to be on the projector's screen to show as much as here. */

const STEP = [1280, 508]; // px: what a screen of 1280 × 720 shows above its caption
const STRIP = 30; // px at the map's lower edge that show no map
const ZOOMS = [3, 11]; // what a tour may name

/**
 * Return the view as a tour writes it: latitude, longitude, zoom with two decimals.
 * @param {{ lat: number, lon: number, zoom: number }} view
 * @param {number} width of the map here, px
 * @param {number} height px
 * @returns {[lat: number, lon: number, zoom: number]}
 */
export function framed({ lat, lon, zoom }, width, height) {
  const nearer = Math.min(Math.log2(STEP[0] / width), Math.log2(STEP[1] / (height - STRIP)));
  const kept = Math.min(ZOOMS[1], Math.max(ZOOMS[0], zoom + nearer));
  return [lat, lon, Number(kept.toFixed(2))];
}
