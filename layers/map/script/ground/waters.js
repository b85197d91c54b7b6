/* What the water is called at a point. The base map has no outlines of seas, only points where their names stand:
 * a point has the name of the nearest of them that can be reached from it in a straight line over water. */
import { facts } from "../facts.js";
import { placeRef } from "../reference.js";
import { map } from "../state.js";
import { landAt } from "./countries.js";

const WATERS = ["sea", "lake"];
const FARTHEST = 1500; // km to the point of a name
const STEP = 15; // km between two points of a line that must lie on water
const MOST_STEPS = 60;

/**
 * @param {L.LatLng} latlng a point on water
 * @returns {{ref: string, name: string} | null} null where no name can be reached
 */
export function waterAt(latlng) {
  const names = Object.entries(facts.places).filter(([, { kind }]) => WATERS.includes(kind)).flatMap((
    [id, place],
  ) => pointsOf(place).map((at) => ({ id, name: place.name, at, km: map.distance(latlng, at) / 1000 })));
  const near = names.filter(({ km }) => km < FARTHEST).sort((a, b) => a.km - b.km);
  const found = near.find(({ at, km }) => isWater(latlng, at, km));
  return found ? { ref: placeRef(found.id), name: found.name } : null;
}

/** @param {Place} place */
const pointsOf = ({ lat, lon, anchors = [] }) =>
  [[lon, lat], ...anchors].map(([lon, lat]) => L.latLng(lat, lon));

/**
 * @param {L.LatLng} from
 * @param {L.LatLng} to
 * @param {number} km between them
 */
function isWater(from, to, km) {
  const steps = Math.min(MOST_STEPS, Math.ceil(km / STEP));
  return Array.from({ length: steps }, (_, n) => n / steps).every((part) =>
    !landAt(L.latLng(from.lat + (to.lat - from.lat) * part, from.lng + (to.lng - from.lng) * part))
  );
}
