import assert from "node:assert/strict";
import { stepAlong } from "../accessible.js";
import { bestSpot, corners, priced, sides } from "../cards/place.js";
import { barLength, kmOfDegree } from "../controls/scale.js";
import { isIn } from "../ground/countries.js";
import { parts, walk } from "../ground/screen.js";
import { beside, wrapped } from "../labels/lettering.js";
import { shortName } from "../labels/town_names.js";
import { decoded } from "../routes/legs.js";
import { changesOf, closedStretches, dense, travel } from "../routes/travel.js";

/**
 * @param {string} from
 * @param {string} to
 * @param {string} [mode]
 */
const leg = (from, to, mode = "rail") => /** @type {Leg} */ ({ id: `${from}-${to}`, from, to, mode });

Deno.test("legs are travelled end to end, whichever way they are written", () => {
  const way = travel([leg("b", "a"), leg("b", "c"), leg("d", "c")]);
  assert.deepEqual(way.map(({ from, to }) => from + to), ["ab", "bc", "cd"]);
});

Deno.test("after a gap the next leg begins anew", () => {
  assert.deepEqual(travel([leg("a", "b"), leg("x", "y")]).map(({ from }) => from), ["a", "x"]);
});

Deno.test("cargo changes where the mode does", () => {
  assert.deepEqual(changesOf([{ legs: [leg("a", "b"), leg("b", "c", "sea"), leg("c", "d", "sea")] }]), ["b"]);
});

Deno.test("closed legs that follow each other are one stretch", () => {
  const legs = [leg("a", "b"), leg("b", "c"), leg("c", "d"), leg("d", "e")];
  const stretches = closedStretches(legs, new Set(["a-b", "b-c", "d-e"]));
  assert.deepEqual(stretches.map((steps) => steps.map(({ leg: { id } }) => id)), [["a-b", "b-c"], ["d-e"]]);
});

Deno.test("a long straight piece gets points at most 0.1 degree apart", () => {
  const way = dense([{ lat: 0, lng: 0 }, { lat: 0, lng: 1 }]);
  assert.equal(way.length, 11);
  assert.ok(way.slice(1, 10).every(({ lng }, n) => Math.abs(lng - (n + 1) / 10) < 1e-9));
});

Deno.test("a line that is sent as steps is a line of positions", () => {
  assert.deepEqual(decoded([45000, 40000, 500, -250]), [[40, 45], [39.75, 45.5]]);
});

Deno.test("a point lies in a country, but not in the hole of one", () => {
  const ring = (/** @type {number} */ half) => [[-half, -half], [half, -half], [half, half], [-half, half]];
  const outline = /** @type {Outline} */ ({
    properties: { iso: "AA", name: "" },
    geometry: { type: "Polygon", coordinates: [ring(10), ring(1)] },
  });
  assert.deepEqual([5, 0, 11].map((lng) => isIn({ lng, lat: 0 }, outline)), [true, false, false]);
});

Deno.test("a walk along a line keeps to what is in view", () => {
  const frame = { scale: 1, zoom: 0, width: 100, height: 256, left: 0, top: 0, paneX: 0, paneY: 0 };
  /** @type {number[]} */
  const seen = [];
  for (const part of parts([[0, -180], [0, 180]])) walk(part, frame, 10, (x) => seen.push(x));
  assert.ok(seen.length >= 10 && seen.every((x) => x >= 0 && x <= 100));
});

Deno.test("arrow keys go round, Home and End to the ends, other keys nowhere", () => {
  const keys = ["ArrowRight", "ArrowUp", "Home", "End", "a", "toString"];
  assert.deepEqual(keys.map((key) => stepAlong(key, 0, 3)), [1, 2, 0, 2, undefined, undefined]);
});

Deno.test("a card stands beside its subject where the map has room, else in a corner, and seldom moves", () => {
  const map = { x: 1000, y: 800 }, card = { width: 300, height: 200 };
  const spotsFor = (/** @type {{x: number, y: number}} */ point) =>
    priced(map, sides(point, card), corners(map, card));
  const best = (/** @type {{x: number, y: number}} */ point, /** @type {number | null} */ current = null) =>
    bestSpot(spotsFor(point), current, [point], []);
  assert.equal(best({ x: 400, y: 400 }), 0); // on its right
  assert.equal(best({ x: 900, y: 400 }), 1); // on its left
  assert.equal(best({ x: 500, y: 790 }), 2); // above
  assert.equal(best({ x: 5, y: 5 }), 4); // in the far upper corner
  assert.equal(best({ x: 400, y: 400 }, 1), 1);
});

Deno.test("a scale bar is 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([7, 43, 300, 0.4].map((most) => Number(barLength(most).toFixed(3))), [5, 20, 200, 0.2]);
});

Deno.test("a degree of longitude is shorter towards the pole", () => {
  assert.ok(Math.abs(kmOfDegree(0) - 111.32) < 0.01);
  assert.ok(Math.abs(kmOfDegree(60) - 55.8) < 0.01);
});

Deno.test("the best place of a label is to the right of its dot", () => {
  const [first, ...others] = beside({ x: 100, y: 100 }, 4, { w: 50, h: 10 });
  assert.deepEqual([first.x, first.y, first.cost], [108, 95, 0]);
  assert.equal(others.length, 7);
});

Deno.test("a long name breaks before its bracket and between words", () => {
  assert.equal(wrapped("Abkhazia (Georgia; outside government control)").split("\n").length, 3);
  assert.equal(wrapped("Baku"), "Baku");
});

Deno.test("a label leaves out what the glyph says", () => {
  const names = ["Port of Aktau", "Port of Baku (Alat)", "Kapıkule (border with Bulgaria)"];
  assert.deepEqual(names.map((name) => shortName({ name })), ["Aktau", "Port of Baku (Alat)", "Kapıkule"]);
});
