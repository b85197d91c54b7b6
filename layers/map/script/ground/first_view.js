/* Where the map will look first, worked out from the address and the window alone, before Leaflet is there.
 * It follows Leaflet to the pixel (setView, getBoundsZoom, _limitCenter): otherwise the ground would jump. */
import { worldX, worldY } from "./screen.js";

const NEAREST = 10.5; // of what is fitted, as in views.js
const LEAST = 3.8; // zoom at which the corridors can still be told apart

/** @param {Box} degrees west, south, east, north @returns {Box} west, north, east, south in world px */
const projected = ([west, south, east, north]) => [worldX(west), worldY(north), worldX(east), worldY(south)];

/** @typedef {{width: number, height: number}} Window of the map, in px */
/**
 * The zoom at which a box fills a window.
 * @param {Box} box
 * @param {Window} size
 */
function filling(box, { width, height }) {
  const [west, north, east, south] = projected(box);
  return Math.min(NEAREST, Math.log2(Math.min(width / (east - west), height / (south - north))));
}

/**
 * What a window shows first: the widest box that is not too small in it, else the last.
 * @param {Box[]} homes the widest first
 * @param {Window} size
 */
export const homeOf = (
  homes,
  size,
) => /** @type {Box} */ (homes.find((box) => filling(box, size) >= LEAST) ?? homes.at(-1));

/**
 * @param {number} before px by which the view reaches beyond the start of the map
 * @param {number} after beyond its end
 */
const rebound = (before, after) =>
  before + after > 0
    ? Math.round(before - after) / 2
    : Math.max(0, Math.ceil(before)) - Math.max(0, Math.floor(after));

/**
 * The piece of the world in a window.
 * @param {Pick<World, "homes" | "extent" | "zooms">} world
 * @param {View | undefined} view undefined: home
 * @param {Window} size
 * @returns {Clip}
 */
export function firstView({ homes, extent, zooms }, view, size) {
  const { width, height } = size, home = homeOf(homes, size), fitting = filling(home, size);
  const [west, north, east, south] = projected(home), [left, top, right, bottom] = projected(extent);
  const widest = Math.max(zooms[0], Math.log2(width / (right - left)));
  const zoom = Math.min(Math.max(view?.zoom ?? fitting, widest), zooms[1]), scale = 2 ** zoom;
  const x = scale * (view ? worldX(view.lon) : (west + east) / 2) - width / 2;
  const y = scale * (view ? worldY(view.lat) : (north + south) / 2) - height / 2;
  const aside = rebound(left * scale - x, x + width - right * scale);
  const down = rebound(top * scale - y, y + height - bottom * scale);
  const isLimited = Math.abs(aside) > 1 || Math.abs(down) > 1;
  return {
    scale,
    zoom,
    width,
    height,
    left: Math.round(x + (isLimited ? aside : 0)),
    top: Math.round(y + (isLimited ? down : 0)),
  };
}
