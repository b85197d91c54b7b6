/* Where the possible error of a line shows at this zoom, so that it is drawn hollow there. */
import { kmPerPixel } from "../ground/screen.js";
import { isSchematic, widthOf } from "./looks.js";

/**
 * An error shows when it is wider on screen than twice the line.
 * @param {number} km
 * @param {number} lat
 * @param {number} width
 * @param {number} zoom
 */
const errorShows = (km, lat, width, zoom) => km > 2 * width * kmPerPixel(lat, zoom);

/**
 * The pieces whose possible error shows, as lists of [lat, lon].
 * @param {LayerLine} line
 * @param {How} how
 */
export function piecesInDoubt(line, how) {
  const { chords, uncertainty_km: bound, geometry_class: kind } = line.facts, width = widthOf(line, how);
  // A ship has no track to miss, and a pipeline says "schematic" in legend and card.
  if (line.isArea || ["pipeline", "sea"].includes(line.mode ?? "") || isSchematic(line)) return [];
  if (chords?.length) {
    return chords
      .filter(({ from, bound_km: km }) => errorShows(km, from[1], width, how.zoom))
      .map(({ from, to }) => [[from[1], from[0]], [to[1], to[0]]]);
  }
  const parts = line.parts();
  return kind === "hand" && bound && errorShows(bound, parts[0][0].lat, width, how.zoom) ? parts : [];
}
