import assert from "node:assert/strict";
import { spokenCountries } from "../labels/spoken_countries.js";

const place = (/** @type {string} */ name, /** @type {string} */ country, kind = "country") => ({
  name,
  country,
  kind,
  rank: 2,
  lat: 0,
  lon: 0,
});
const PLACES = {
  iran: place("Iran", "IR"),
  oman: place("Oman", "OM"),
  israel: place("Israel", "IL"),
  baku: place("Baku", "AZ", "capital"),
};
const step = (/** @type {string} */ text, /** @type {string[]} */ lit = []) => ({
  headline: "",
  caption: [{ text }, { cite: "Oman" }],
  lit,
  spotlight: null,
});

Deno.test("a step speaks of the countries in its words, as adjectives too, and of those that it lights", () => {
  assert.deepEqual([...spokenCountries(step("Iranian ships off Romania, and Baku"), PLACES)], ["IR"]);
  assert.deepEqual([...spokenCountries(step("", ["essay-places/israel", "place:oman"]), PLACES)], [
    "OM",
    "IL",
  ]);
  assert.deepEqual([...spokenCountries(null, PLACES)], []);
});
