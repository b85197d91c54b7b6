import assert from "node:assert/strict";
import { kmToLine } from "../nearby.js";

const BAKU = { lat: 40.4, lng: 49.9 };
const at = (/** @type {number} */ lat, /** @type {number} */ lng) => ({ lat, lng });

Deno.test("a line is as far as its nearest point, between its corners, too", () => {
  assert.ok(Math.abs(kmToLine(BAKU, [at(40.4, 48), at(40.4, 51)])) < 1e-9);
  const north = kmToLine(BAKU, [at(40.6, 48), at(40.6, 51)]);
  assert.ok(Math.abs(north - 22.24) < 0.05, `${north}`);
  const east = kmToLine(BAKU, [at(40.4, 50.3), at(41, 50.3)]);
  assert.ok(Math.abs(east - 33.87) < 0.1, `${east}`);
});

Deno.test("of several pieces the nearest counts", () => {
  const pieces = [[at(10, 10), at(11, 11)], [at(40.6, 48), at(40.6, 51)]];
  assert.equal(kmToLine(BAKU, pieces), kmToLine(BAKU, pieces[1]));
});

Deno.test("a line of one point twice is that point", () => {
  assert.ok(kmToLine(BAKU, [BAKU, BAKU]) < 1e-9);
});
