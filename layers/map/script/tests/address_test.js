import assert from "node:assert/strict";
import { check, read, write } from "../address.js";
import { known } from "../facts.js";
import { now } from "../state.js";
import { small } from "./small_atlas.js";

small();
const VIEW = { lat: 40.4, lon: 49.6, zoom: 5 };

Deno.test("an address is read as it was written", () => {
  /** @type {State & {view: View}} */
  const state = { ...now, layers: ["east"], view: VIEW, selected: "east/main", tour: "tour", step: 1 };
  const query = write(state, "light");
  assert.equal(query, "layers=east&view=40.4,49.6,5&selected=east/main&tour=tour&step=1");
  const { delta, faults } = read(query, known);
  assert.deepEqual(faults, []);
  assert.deepEqual(delta, { layers: ["east"], view: VIEW, selected: "east/main", tour: "tour", step: 1 });
});

Deno.test("layers come in the atlas's order, whatever order is asked for", () => {
  assert.deepEqual(read("layers=west,east", known).delta.layers, ["east", "west"]);
});

Deno.test("blanks and punctuation that a link caught are left out", () => {
  const { delta, faults } = read("layers= east,west).&selected= place:baku).", known);
  assert.deepEqual([delta, faults], [{ layers: ["east", "west"], selected: "place:baku" }, []]);
});

Deno.test("of many unknown things three are named, and how many more there are", () => {
  const names = Array.from({ length: 9000 }, (_, n) => `no-${n}`);
  assert.deepEqual(read(`layers=${names.join()}`, known).faults, [
    "This atlas has no layer “no-0”, “no-1”, “no-2” and 8,997 more.",
  ]);
  assert.deepEqual(read(names.join("&"), known).faults, [
    "“no-0”, “no-1”, “no-2” and 8,997 more mean nothing here.",
  ]);
  const lost = check({ routes: { routes: [], closed: names, countries: names, via: names } }, known).faults;
  assert.deepEqual([lost.length, lost[0]], [
    3,
    "This atlas has no leg “no-0”, “no-1”, “no-2” and 8,997 more.",
  ]);
  const long = read(`layers=${["x".repeat(5000), "y".repeat(5000), "z".repeat(5000)].join()}`, known).faults;
  assert.ok(long[0].length < 240);
});

Deno.test("no layers at all is an answer, not a fault", () => {
  assert.deepEqual(read("layers=", known), { delta: { layers: [] }, faults: [] });
});

Deno.test("each unknown thing is left out and named in a sentence", () => {
  const junk = "layers=east,moon&view=north&selected=east/none&tour=none&step=x&theme=pink&what=1";
  const { delta, faults } = read(junk, known);
  assert.deepEqual(delta, { layers: ["east"] });
  assert.equal(faults.length, 7);
  for (const word of ["moon", "view", "east/none", "none", "step", "pink", "what"]) {
    assert.ok(faults.some((sentence) => sentence.includes(word)), word);
  }
});

Deno.test("what a fault quotes is cut short", () => {
  const [sentence] = read(`selected=${"x".repeat(500)}`, known).faults;
  assert.ok(sentence.length < 120);
});

Deno.test("a view needs three numbers that are on Earth", () => {
  for (const view of ["40,50", "40,50,5,6", "91,50,5", "40,181,5", "40,50,-1", "40,,5", "40,50,Infinity"]) {
    assert.equal(read(`view=${view}`, known).delta.view, undefined, view);
  }
});

Deno.test("routes and light are words of the state, not of an address", () => {
  assert.deepEqual(read("routes=1&lit=a-b", known).delta, {});
});

Deno.test("an answer keeps the legs, countries and places that the network has", () => {
  const routes = [{ n: 1, title: "First", legs: ["a-b", "no", "a-b"] }, { n: 9, title: "", legs: [] }, null];
  const { delta, faults } = check(
    { routes: { routes, weak: ["a-b", "no"], lost: ["b-c"], countries: ["AZ", "XX"], ends: ["a"] } },
    known,
  );
  assert.deepEqual(delta.routes, {
    routes: [{ n: 1, title: "First", legs: ["a-b", "a-b"] }], // there and back
    weak: ["a-b"],
    lost: ["b-c"],
    closed: [],
    countries: ["AZ"],
    places: [],
    ends: ["a"],
    via: [],
  });
  const leg = "This atlas has no leg “no”.";
  assert.deepEqual(faults, [leg, leg, "This atlas has no country “XX”."]);
});

Deno.test("an answer of null ends the routes, and one that is no answer changes nothing", () => {
  assert.deepEqual(check({ routes: null }, known).delta, { routes: null });
  assert.deepEqual(check({ routes: { routes: "all" } }, known).delta, {});
});

Deno.test("keys that objects inherit mean nothing", () => {
  assert.deepEqual(check(JSON.parse('{"__proto__": 1, "constructor": 1}'), known).delta, {});
});

Deno.test("the theme stands in an address only where it differs from the screen's", () => {
  const state = { ...now, view: VIEW };
  assert.ok(!write(state, "light").includes("theme"));
  assert.ok(write(state, "dark").endsWith("theme=light"));
});
