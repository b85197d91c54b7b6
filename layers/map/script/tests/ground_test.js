import assert from "node:assert/strict";
import { look } from "../address.js";
import { drawnLine, linesIn, positions } from "../ground/arcs.js";
import { firstView, homeOf } from "../ground/first_view.js";
import { paint } from "../ground/painting.js";

// A grid of whole degrees from 0° 0°: a way east, a way north from its end, and one back.
const WORLD = /** @type {any} */ ({
  scale: [1, 1],
  translate: [0, 0],
  arcs: [[0, 0, 10, 0], [10, 0, 0, 10], [10, 10, -10, -10]],
  land: [[0, 1, 2]],
  borders: [],
  objects: { world: [], lakes: [], disputed: [], countries: [{ type: "Polygon", arcs: [[0, 1, 2]] }] },
  boundary: {
    recognised: { width: [1, 1] },
    disputed: { width: [1, 1], dash_px_below_zoom_7: [], dash_px: [] },
  },
  colours: { light: { land: "land" } },
  homes: [[0, 20, 120, 50], [20, 20, 60, 50]],
  extent: [-180, -56, 180, 80],
  zooms: [3, 11],
});

Deno.test("arcs that are used backwards run backwards, and where two meet the point stands once", () => {
  assert.deepEqual(positions(WORLD, "LineString", [~1, ~0]), [[10, 10], [10, 0], [0, 0]]);
  assert.deepEqual(positions(WORLD, "MultiPolygon", [[[0, 1, 2]]])[0][0].length, 4);
  assert.deepEqual(linesIn([[[0, 1]], [[2]]]), [[0, 1], [2]]);
});

Deno.test("a line in world px lies where its degrees are", () => {
  const { part, box } = drawnLine(WORLD, [~0]);
  assert.deepEqual([...part].map(Math.round), [135, 128, 128, 128]);
  assert.deepEqual(box.map(Math.round), [128, 128, 135, 128]);
});

/** How often a pen is asked for what, for a window at 0° 0° moved by px. @param {number} left */
function strokes(left) {
  /** @type {Record<string, number>} */
  const asked = {};
  const pen = /** @type {any} */ (new Proxy({}, {
    get: (_, name) => () => void (asked[String(name)] = (asked[String(name)] ?? 0) + 1),
    set: () => true,
  }));
  paint(pen, { scale: 64, zoom: 6, width: 800, height: 800, left: 8192 + left, top: 7700 }, WORLD, "light");
  return asked;
}

Deno.test("what lies out of view is not traced", () => {
  assert.equal(strokes(-100).closePath, 1);
  assert.equal(strokes(5000).closePath, undefined);
});

Deno.test("the first view is home whole, or what the address says, within the limits of the map", () => {
  const size = { width: 1000, height: 1200 }, view = { lat: 40, lon: 50, zoom: 6.5 };
  const home = firstView(WORLD, undefined, size), asked = firstView(WORLD, view, size);
  assert.ok(Math.abs(home.zoom - Math.log2(1000 / ((40 / 360) * 256))) < 1e-9);
  assert.equal(asked.left + 500, Math.round(256 * 2 ** 6.5 * (50 / 360 + 0.5)));
  assert.deepEqual([0, 20].map((zoom) => firstView(WORLD, { ...view, zoom }, size).zoom), [3, 11]);
  assert.equal(firstView(WORLD, { lat: 0, lon: -180, zoom: 4 }, size).left, 0);
});

Deno.test("a large window begins with the widest home, a small one with the next", () => {
  const at = (/** @type {number} */ width) => homeOf(WORLD.homes, { width, height: 2000 })[2];
  assert.deepEqual([1300, 1000, 390].map(at), [120, 60, 60]);
});

Deno.test("where to look is understood before the atlas is known", () => {
  const view = { lat: 40.4, lon: 49.6, zoom: 5 };
  assert.deepEqual(look("layers=x&view=40.4,49.6,5&theme=dark"), { view, theme: "dark", tour: undefined });
  assert.equal(look("view=north&theme=pink").view, undefined);
});
