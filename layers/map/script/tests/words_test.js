import assert from "node:assert/strict";
import { facts, loadWorld } from "../facts.js";
import { briefName, date, km, modesOf, rows, spoken, stateOf, statusesOf, stopsOf, what } from "../words.js";
import { layer, small } from "./small_atlas.js";

small();

Deno.test("a feature is one sentence for a screen reader", () => {
  const said = spoken(facts.features["east/main"], layer("east", { short: "Middle Corridor" }));
  assert.equal(said, "Alat – Tbilisi, railway, operating, 503 km. Middle Corridor.");
});

Deno.test("what is unsure is said with it", () => {
  const unsure = { ...facts.features["west/pipe"], geometry_class: "schematic" };
  assert.ok(spoken(unsure, layer("west")).includes("schematic, no measured bound"));
  assert.ok(spoken({ ...unsure, uncertainty_km: 2.5 }, layer("west")).includes("up to 2.5 km off"));
});

Deno.test("dates are as exact as they are known", () => {
  assert.deepEqual(["2026-03-10", "2026-03", "2026", undefined].map(date), [
    "10 Mar 2026",
    "March 2026",
    "2026",
    "",
  ]);
});

Deno.test("short lengths have a decimal, long ones none, and two make a range", () => {
  assert.deepEqual([4.26, 503.4, 1234].map(km), ["4.3 km", "503 km", "1,234 km"]);
  assert.equal(km([826, 900]), "826–900 km");
});

Deno.test("a kind without a mode is said in words", () => {
  assert.deepEqual([what({ kind: "gas-field" }), what({ mode: "sea" }), what({})], [
    "gas field",
    "sea lane",
    "",
  ]);
});

Deno.test("a card has only rows that are known and not in the name, countries by name", () => {
  const countries = [{ type: "Polygon", properties: { iso: "AZ", name: "Azerbaijan" }, arcs: [] }];
  loadWorld(/** @type {any} */ ({ objects: { countries } }));
  const { name } = facts.features["east/main"],
    part = { ...facts.features["east/main"], countries: ["AZ", "XX"] };
  const short = [["Length", "503 km"], ["Countries", "Azerbaijan → XX"]];
  assert.deepEqual(rows(part), short);
  const [from, to] = name.split(" – ");
  assert.deepEqual(rows({ ...part, from, to }), short);
  assert.deepEqual(rows({ ...part, from: "A", to: "B" }), [["From – to", "A – B"], ...short]);
});

Deno.test("an area lies in all its countries, and goes from none to the next", () => {
  const area = { name: "Caspian Sea", subject: "colour-4", kind: "lake-area", countries: ["YY", "XX"] };
  assert.deepEqual(rows(area), [["Countries", "YY, XX"]]);
});

Deno.test("what has no state is not called operating, what is to come is told", () => {
  const water = { name: "Lake", subject: "other", kind: "lake-area", status: "operating" };
  const stateless = layer("waters", { status: null });
  assert.equal(stateOf(water, stateless), "");
  assert.equal(stateOf({ ...water, status: "planned" }, stateless), "planned");
  assert.equal(stateOf(water, layer("field")), "operating");
  assert.equal(spoken(water, stateless), "Lake, lake area. waters.");
});

Deno.test("names on the map are short", () => {
  assert.equal(briefName("TRIPP / “Zangezur corridor”"), "TRIPP");
  assert.equal(briefName("Middle Corridor"), "Middle Corridor");
  assert.equal(briefName("North–South corridor"), "North–South");
});

Deno.test("a leg's name holds its stops", () => {
  assert.deepEqual(stopsOf("Shu – Mointy – Zharyk (by rail)"), ["Shu", "Mointy", "Zharyk"]);
});

Deno.test("a legend's statuses and modes come each once, in the order of their tables", () => {
  const lines = [
    { status: "planned", mode: "road" },
    { status: "building", mode: "sea" },
    { status: "planned", mode: "rail" },
    {},
  ];
  assert.deepEqual(statusesOf(lines), ["building", "planned"]);
  assert.deepEqual(modesOf(lines), ["sea", "road"], "a railway goes without saying");
});
