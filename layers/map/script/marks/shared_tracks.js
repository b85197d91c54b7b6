/* Tracks that several layers draw: which lines lie on the same one, and who of them is seen. */
import { facts } from "../facts.js";

/**
 * Equal for the same track in two layers, whichever way it runs.
 * @param {L.Layer} shape
 */
function trackOf(shape) {
  const { coordinates } = shape.feature.geometry;
  return [coordinates.length, ...[coordinates[0], coordinates.at(-1)].map(String).sort()].join(" ");
}

/**
 * The lines of each track that more than one of them draws; forgets what was shared before.
 * @param {Iterable<LayerLine>} shown
 */
export function sharedTracks(shown) {
  /** @type {Map<string, LayerLine[]>} */
  const tracks = new Map();
  for (const line of shown) {
    line.share = null;
    if (!line.facts.shared_with?.length) continue;
    line.track ??= trackOf(line.shape);
    tracks.set(line.track, [...(tracks.get(line.track) ?? []), line]);
  }
  return [...tracks.values()].filter((lines) => lines.length > 1);
}

/**
 * Drawn once, by the upper line; from zoom 6.5 corridors of different colours take turns of 12 px. What is
 * there for comparison ("other") lies under a corridor unseen.
 * @param {LayerLine[]} lines from below
 * @param {{zoom: number, isDim: boolean}} how
 */
export function share(lines, { zoom, isDim }) {
  const { dash_px: [turn], from_zoom: from } = facts.tokens.line.shared_track;
  const striped = lines.filter((line, at) =>
    isCorridor(line) && !lines.slice(at + 1).some(({ subject }) => subject === line.subject)
  );
  // A dash is a status, not a turn.
  const isDashed = lines.some((line) => isCorridor(line) && line.status !== "operating");
  const isTogether = !isDim && zoom >= from && striped.length > 1 && !isDashed;
  for (const line of lines) {
    const at = striped.indexOf(line);
    if (!isTogether) line.share = { hidden: line !== lines.at(-1) };
    else if (at < 0) line.share = { hidden: true };
    // The first to be drawn is unbroken; the others leave the gaps through which it is seen.
    else if (at === 0) line.share = { hidden: false };
    else {line.share = {
        hidden: false,
        pattern: `${turn} ${turn * (striped.length - 1)}`,
        offset: -turn * at,
      };}
  }
}

/** @param {LayerLine} line */
const isCorridor = ({ subject }) => subject !== "other";
