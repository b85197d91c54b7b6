import assert from "node:assert/strict";
import { share, sharedTracks } from "../marks/shared_tracks.js";
import { small } from "./small_atlas.js";

small();
const COORDINATES = [[45, 40], [46, 41], [47, 41]];

/**
 * @param {string} subject
 * @param {Partial<LayerLine>} [more]
 * @param {number[][]} [coordinates]
 */
const line = (subject, more = {}, coordinates = COORDINATES) => /** @type {LayerLine} */ ({
  subject,
  status: "operating",
  facts: { name: "", subject, shared_with: ["other layer"] },
  shape: { feature: { geometry: { coordinates } } },
  ...more,
});

Deno.test("the same track is found whichever way it runs", () => {
  const there = line("gas"),
    back = line("oil", {}, [...COORDINATES].reverse()),
    alone = line("oil", {}, [[1, 2]]);
  assert.deepEqual(sharedTracks([there, back, alone]), [[there, back]]);
});

Deno.test("far away the upper line alone is drawn", () => {
  const lines = [line("gas"), line("oil")];
  share(lines, { zoom: 5, isDim: false });
  assert.deepEqual(lines.map((one) => one.share?.hidden), [true, false]);
});

Deno.test("near by, corridors of different colours take turns", () => {
  const lines = [line("gas"), line("oil")];
  share(lines, { zoom: 7, isDim: false });
  assert.deepEqual(lines.map((one) => one.share), [{ hidden: false }, {
    hidden: false,
    pattern: "12 12",
    offset: -12,
  }]);
});

Deno.test("what is there for comparison lies unseen under two corridors", () => {
  const lines = [line("other"), line("gas"), line("oil")];
  share(lines, { zoom: 7, isDim: false });
  assert.deepEqual(lines.map((one) => one.share?.hidden), [true, false, false]);
});

Deno.test("a dash is a status: lines that are not operating take no turns", () => {
  const lines = [line("gas", { status: "planned" }), line("oil")];
  share(lines, { zoom: 7, isDim: false });
  assert.deepEqual(lines.map((one) => one.share), [{ hidden: true }, { hidden: false }]);
});
