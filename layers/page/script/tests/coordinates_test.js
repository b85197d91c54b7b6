import assert from "node:assert/strict";
import { coordinatesIn } from "../search/coordinates.js";

const TBILISI = [41.7151, 44.8271], NEAR = 0.02;
const WRITINGS = [
  "41.7151, 44.8271",
  "41.7151 44.8271",
  "(41.7151, 44.8271)",
  "41.7151°, 44.8271°",
  "41.7151° N, 44.8271° E",
  "41.7151N 44.8271E",
  "N41.7151 E44.8271",
  "44.8271 E, 41.7151 N",
  "41.7 N 44.82 E",
  "41,7151; 44,8271",
  "41,7151 44,8271",
  "41,7151° N 44,8271° E",
  "geo:41.7151,44.8271",
  "lat 41.7151 lon 44.8271",
  "lat: 41.7151, lng: 44.8271",
  "41°42′54″N 44°49′38″E",
  "41° 42' 54\" N, 44° 49' 38\" E",
  "41º42’54”N 44º49’38”E",
  "41°42.9'N 44°49.6'E",
  "N 41 42.9 E 044 49.6",
  "41 42 54 N 44 49 38 E",
  "41:42:54N 44:49:38E",
  "41-42-54N 044-49-38E",
  "41 42 54, 44 49 38",
  "41°42′ с. ш. 44°49′ в. д.",
  "41.7151 north, 44.8271 east",
  "  +41.7151 ; +44.8271 ",
];

for (const text of WRITINGS) {
  Deno.test(`${text} is Tbilisi`, () => {
    const point = coordinatesIn(text), [lat, lon] = TBILISI;
    assert.ok(point, "it is no point");
    assert.ok(Math.abs(point.lat - lat) < NEAR && Math.abs(point.lon - lon) < NEAR, JSON.stringify(point));
  });
}

Deno.test("south and west are below zero", () => {
  assert.deepEqual(coordinatesIn("33.9 S, 18.4 E"), { lat: -33.9, lon: 18.4 });
  assert.deepEqual(coordinatesIn("-33.9,18.4"), { lat: -33.9, lon: 18.4 });
  assert.deepEqual(coordinatesIn("3°30′S 70°15′W"), { lat: -3.5, lon: -70.25 });
});

for (
  const text of [
    "",
    "41.7",
    "Baku",
    "Baku 41",
    "95, 44",
    "41, 190",
    "2025 2026",
    "41.5 30 N 44 E",
    "41 75 N 44 10 E",
    "41,7151,44,8271",
    "41 N 44 S",
    "41 N 44",
    "1 2 3",
    "-33.9 S, 18.4 E",
    "E60",
    "N",
    "24-hour",
    "102nd base",
  ]
) Deno.test(`“${text}” is no point`, () => assert.equal(coordinatesIn(text), null));
