/* North and scale, bottom left. */
import { make, svg } from "../dom.js";
import { on } from "../hooks.js";
import { addControl } from "../space.js";
import { map } from "../state.js";
import { latitude } from "../position.js";

const LONGEST = 120; // px
const WGS84 = { a: 6378.137, e2: 0.00669437999014 }; // km; e²
/** @type {{scale: HTMLElement, length: HTMLElement, where: HTMLElement, ruler: HTMLElement}} */
let parts;

export function start() {
  parts = {
    scale: make("div", "map-scale"),
    length: make("b"),
    where: make("span"),
    ruler: make("div", "map-ruler"),
  };
  const corner = make("div", "map-corner"), words = make("div", "map-scale-words"), north = northArrow();
  parts.scale.setAttribute("role", "img");
  words.append(parts.length, parts.where);
  parts.scale.append(words, parts.ruler);
  corner.append(north, parts.scale);
  map.getContainer().append(corner);
  addControl(
    () => [corner.getBoundingClientRect()],
    () => [north, parts.scale].map((element) => element.getBoundingClientRect()),
  );
  on("rest", measure);
}

function northArrow() {
  const north = make("div", "map-north", "N"),
    arrow = svg("svg", { viewBox: "0 0 20 20", "aria-hidden": true });
  arrow.append(svg("use", { href: "#north" }));
  north.prepend(arrow);
  north.setAttribute("role", "img");
  north.setAttribute("aria-label", "North is up");
  return north;
}

/**
 * Length of a degree of longitude on the ellipsoid, in km: π a cos φ / (180 √(1 − e² sin² φ)).
 * @param {number} lat
 */
export function kmOfDegree(lat) {
  const phi = (lat * Math.PI) / 180;
  return (Math.PI * WGS84.a * Math.cos(phi)) / (180 * Math.sqrt(1 - WGS84.e2 * Math.sin(phi) ** 2));
}

/**
 * The longest bar of 1, 2 or 5 times a power of ten that fits.
 * @param {number} most km
 */
export function barLength(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2].find((step) => step * power <= most) ?? 1) * power;
}

/**
 * The projection stretches towards the poles, so the bar is true at one latitude: the whole degree nearest to
 * the middle.
 */
function measure() {
  const lat = Math.round(map.getCenter().lat), degree = (256 * 2 ** map.getZoom()) / 360; // px
  const km = barLength((LONGEST / degree) * kmOfDegree(lat)), text = km >= 1 ? `${km} km` : `${km * 1000} m`;
  const degrees = latitude(lat);
  parts.length.textContent = text;
  parts.where.textContent = ` at ${degrees}`;
  parts.ruler.style.width = `${(km / kmOfDegree(lat)) * degree}px`;
  parts.scale.setAttribute("aria-label", `Scale: ${text} at ${degrees}`);
  Object.assign(parts.scale.dataset, { km, lat });
}
