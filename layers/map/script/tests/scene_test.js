import assert from "node:assert/strict";
import { lines, linesOf, points, provide } from "../scene.js";

/** @param {string} id */
const one = (id) => /** @type {Line & Spot} */ ({ id });
/** @param {{id: string}[]} all */
const ids = (all) => all.map(({ id }) => id).join();
let hasStep = false, hasRoutes = false;

Deno.test("before anybody draws there is nothing", () => {
  assert.deepEqual([lines(), points(), linesOf("layers")], [[], [], []]);
});

Deno.test("the step is asked before the routes, the routes before the layers, in whatever order they joined", () => {
  provide("layers", { lines: () => [one("layer")], points: () => [one("glyph")] });
  provide("step", { lines: () => (hasStep ? [one("lit"), ...linesOf("layers")] : null) });
  provide("routes", { lines: () => (hasRoutes ? [one("leg")] : null) });
  assert.equal(ids(lines()), "layer");
  hasRoutes = true;
  assert.equal(ids(lines()), "leg");
  hasStep = true;
  assert.equal(ids(lines()), "lit,layer");
});

Deno.test("an empty answer is an answer", () => {
  hasStep = hasRoutes = false;
  provide("routes", { lines: () => [] });
  assert.deepEqual(lines(), []);
});

Deno.test("lines and points of one rank may come from two parts", () => {
  provide("routes", { points: () => [one("sign")] });
  assert.equal(ids(points()), "sign");
  assert.deepEqual(lines(), []);
});

Deno.test("one alone can be asked", () => {
  assert.equal(ids(linesOf("layers")), "layer");
});
