import assert from "node:assert/strict";
import { boxOf } from "../ground/arcs.js";
import { ring } from "../ground/screen.js";
import { roomIn } from "../labels/room.js";

// At zoom 0 the world is 256 px wide: its middle, 0° 0°, stands at 128, 128.
const FRAME = { scale: 1, zoom: 0, width: 256, height: 256, left: 0, top: 0, paneX: 0, paneY: 0 };

/** A square round the middle of the world, its sides given in degrees. @param {string} iso @param {number} half */
const square = (iso, half) => {
  const rings = [ring([[-half, -half], [half, -half], [half, half], [-half, half], [-half, -half]])];
  return { iso, rings, box: boxOf(rings) };
};

/** @param {boolean} selected */
const equator = (selected) => /** @type {Line} */ ({ latlngs: [[0, -90], [0, 90]], selected });

Deno.test("a label's weight counts the samples of lines under it, selected ones three times", () => {
  const box = { x: 100, y: 120, w: 60, h: 16 };
  const plain = roomIn(FRAME, [equator(false)], []).weight(box);
  assert.ok(plain >= 9 && plain <= 11, `${plain} samples of 6 px on 60 px`);
  assert.equal(roomIn(FRAME, [equator(true)], []).weight(box), 3 * plain);
  assert.equal(roomIn(FRAME, [equator(true)], []).weight({ ...box, y: 20 }), 0);
});

Deno.test("the samples along a line lie on it and in view", () => {
  const line = equator(false), samples = roomIn(FRAME, [line], []).along(line);
  assert.ok(samples.length > 15);
  assert.ok(samples.every(([x, y]) => x >= 64 && x <= 192 && Math.abs(y - 128) < 0.01));
});

Deno.test("a box's share in a country is the part of it that lies inside", () => {
  const room = roomIn(FRAME, [], [square("AA", 45)]), box = { y: 120, w: 16, h: 8 };
  assert.equal(room.share("AA", { ...box, x: 120 }), 1);
  assert.equal(room.share("AA", { ...box, x: 20 }), 0);
  assert.ok(Math.abs(room.share("AA", { ...box, x: 96 - 8 }) - 0.5) < 0.01, "half over the western border");
  assert.equal(room.share("ZZ", { ...box, x: 120 }), 0);
});

Deno.test("land is what any country holds, and a point lies in a country or not", () => {
  const room = roomIn(FRAME, [], [square("AA", 45)]);
  assert.equal(room.land({ x: 120, y: 120, w: 8, h: 8 }), 1);
  assert.equal(room.land({ x: 2, y: 2, w: 8, h: 8 }), 0);
  assert.ok(room.has("AA", 128, 128) && !room.has("AA", 10, 128));
});

Deno.test("disputed ground is land too, but not the country's in which it is a hole", () => {
  const area = { ...square("area 0", 20), isDisputed: true }, whole = square("AA", 45);
  const country = { ...whole, rings: [...whole.rings, ...area.rings] };
  const room = roomIn(FRAME, [], [country, area]), middle = { x: 124, y: 124, w: 8, h: 8 };
  assert.deepEqual([room.disputed(middle), room.land(middle), room.share("AA", middle)], [1, 1, 0]);
  const beside = { x: 100, y: 124, w: 8, h: 8 };
  assert.deepEqual([room.disputed(beside), room.land(beside), room.share("AA", beside)], [0, 1, 1]);
  assert.ok(!room.has("AA", 128, 128) && room.has("AA", 104, 128));
});

Deno.test("a country's spans are its rows in view", () => {
  const spans = roomIn(FRAME, [], [square("AA", 45)]).spans("AA");
  assert.ok(spans.length >= 8);
  assert.ok(spans.every(({ from, to }) => Math.abs(from - 96) < 1 && Math.abs(to - 160) < 1));
});

Deno.test("a country out of view is not seen", () => {
  const room = roomIn({ ...FRAME, left: 1000 }, [], [square("AA", 45)]);
  assert.equal(room.sees("AA"), false);
  assert.deepEqual(room.spans("AA"), []);
});
