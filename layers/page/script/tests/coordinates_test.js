import assert from "node:assert/strict";
import { coordinateFault, coordinatesIn } from "../search/coordinates.js";

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
  "lon 44.8271 lat 41.7151",
  "Longitude: 44.8271, Latitude: 41.7151",
  "41.7151 lat 44.8271 lon",
  "lat 41.7151 N lon 44.8271 E",
  "{lat: 41.7151, lng: 44.8271}",
  "POINT(44.8271 41.7151)",
  "41°42,9′N 44°49,6′E",
  "41°42'54,5\"N 44°49'38,2\"E",
  "41d42m54sN 44d49m38sE",
  "41 deg 42 min 54 sec N, 44 deg 49 min 38 sec E",
  "41.7151 degrees north, 44.8271 degrees east",
  "41°42′54″ kuzey 44°49′38″ doğu",
  "414254N 0444938E",
  "41.7151 | 44.8271",
  "41.7151 N and 44.8271 E",
  "٤١٫٧١٥١، ٤٤٫٨٢٧١",
  "۴۱.۷۱۵۱, ۴۴.۸۲۷۱",
];

for (const text of WRITINGS) {
  Deno.test(`${text} is Tbilisi`, () => {
    const point = coordinatesIn(text), [lat, lon] = TBILISI;
    assert.ok(point, "it is no point");
    assert.ok(Math.abs(point.lat - lat) < NEAR && Math.abs(point.lon - lon) < NEAR, JSON.stringify(point));
  });
}

for (
  const [text, fault] of [
    [
      "95, 200",
      "95 is no latitude, which comes first and ends at 90; 200 is no longitude, which ends at 180.",
    ],
    ["200, 41", "200 is no latitude, which comes first and ends at 90."],
    ["41, -190.5", "−190.5 is no longitude, which ends at 180."],
    ["95 N, 44 E", "95 is no latitude, which ends at 90."],
    ["86, 44", "The map ends at latitude 85."],
    ["41°75′N 44°10′E", "Minutes and seconds end before 60: 75 is too much."],
    ["lat 41 lat 44", "Both are latitudes: a point has one of each."],
    ["41 E 44 W", "Both are longitudes: a point has one of each."],
    ["41 N 44", "Say the side of both numbers or of none: 41.7 N, 44.8 E."],
    ["41.7, 44.8", ""],
    ["Baku 41", ""],
    ["E60", ""],
  ]
) Deno.test(`“${text}”: ${fault || "no fault"}`, () => assert.equal(coordinateFault(text), fault));

Deno.test("south and west are below zero", () => {
  assert.deepEqual(coordinatesIn("33.9 S, 18.4 E"), { lat: -33.9, lon: 18.4 });
  assert.deepEqual(coordinatesIn("-33.9,18.4"), { lat: -33.9, lon: 18.4 });
  assert.deepEqual(coordinatesIn("lon 18.4 lat -33.9"), { lat: -33.9, lon: 18.4 });
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
