import assert from "node:assert/strict";
import { takeMap, view } from "../state.js";
import { viewOfPlace } from "../fitting.js";
import { flightSeconds, roomIn } from "../views.js";
import { small } from "./small_atlas.js";

small();

Deno.test("a flight takes from 0.7 to 1.6 s, longer over more widths and zooms", () => {
  assert.equal(flightSeconds(0, 0, [700, 1600]), 0.7);
  assert.equal(flightSeconds(1, -2, [700, 1600]), 1.2);
  assert.equal(flightSeconds(50, 0, [700, 1600]), 1.6);
});

Deno.test("a country is shown wider than a town", () => {
  const place = { name: "", country: "", rank: 1, lat: 40, lon: 50 };
  assert.deepEqual(viewOfPlace({ ...place, kind: "country" }), { lat: 40, lon: 50, zoom: 6 });
  assert.deepEqual(viewOfPlace({ ...place, kind: "town" }), { lat: 40, lon: 50, zoom: 8.5 });
});

Deno.test("the view that is told is rounded to what a link can hold", () => {
  takeMap({ getCenter: () => ({ lat: 40.123456, lng: 50.98765 }), getZoom: () => 5.4321 }, {});
  assert.deepEqual(view(), { lat: 40.1235, lon: 50.9877, zoom: 5.43 });
});

Deno.test("a small map keeps room for what is shown whole, between what covers its ends", () => {
  assert.deepEqual(roomIn(900, 40, 0, 100), [40, 140]);
  assert.deepEqual(roomIn(100, 24, 0, 0), [24, 24]);
  for (const [before, after] of [[92, 0], [52, 60], [0, 300]]) {
    const [low, high] = roomIn(100, 24, before, after);
    assert.ok(100 - low - high >= 47.9 && low >= 0 && high >= 0, `${low} ${high}`);
  }
});
