import assert from "node:assert/strict";
import { takeMap, view } from "../state.js";
import { viewOfPlace } from "../fitting.js";
import { flightSeconds } from "../views.js";
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
