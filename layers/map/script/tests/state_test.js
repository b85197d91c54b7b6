import assert from "node:assert/strict";
import { facts } from "../facts.js";
import { on } from "../hooks.js";
import { act, actionCount, apply, camera, feature, now, read, takeMap, tour } from "../state.js";
import { small } from "./small_atlas.js";

/** @type {string[]} */
const heard = [];
for (const hook of /** @type {Hook[]} */ (["layers", "select", "tour", "routes", "light", "view", "said"])) {
  on(hook, (word) => heard.push(hook === "said" ? word : hook));
}

/** @param {string} id @param {string} type */
const shape = (id, type) => ({ feature: { id, geometry: { type } } });

function begin() {
  small();
  heard.length = 0;
  camera.goal = { lat: 40, lon: 50, zoom: 5 };
  const group = {
    eachLayer: (/** @type {(one: object) => void} */ f) =>
      [shape("main", "LineString"), shape("port", "Point")].forEach(f),
  };
  takeMap({ addLayer: () => {}, removeLayer: () => {} }, { east: group, west: { eachLayer: () => {} } });
}

Deno.test("features are known by reference, with what kind of shape they are", () => {
  begin();
  assert.deepEqual([feature("east/port")?.isPoint, feature("east/main")?.isPoint], [true, false]);
  assert.equal(feature("east/none"), undefined);
});

Deno.test("a change is told once, with what it means in words", () => {
  begin();
  apply({ layers: ["east"] });
  assert.deepEqual(now.layers, ["east"]);
  assert.deepEqual(heard, ["layers", "Shown: east."]);
});

Deno.test("of the places that the page speaks of, the known ones are kept until it says others", () => {
  begin();
  const known = Object.keys(facts.places).map((id) => `place:${id}`);
  assert.ok(known.length);
  apply({ named: [...known, "place:nowhere", "<b>", 3] });
  assert.deepEqual(now.named, known);
  apply({ layers: ["east"] });
  assert.deepEqual(now.named, known);
  apply({ named: "junk" });
  assert.deepEqual(now.named, []);
});

Deno.test("what is picked is switched on", () => {
  begin();
  apply({ selected: "east/main" });
  assert.deepEqual(now.layers, ["east"]);
  assert.ok(heard.includes("select") && heard.at(-1) === "Selected: Alat – Tbilisi.");
});

Deno.test("what is unknown changes nothing and is said", () => {
  begin();
  apply({ selected: "moon", layers: 5 });
  assert.equal(now.selected, null);
  assert.match(heard.join(), /Ignored: .*moon.* Ignored: The layers are not a list/);
});

Deno.test("another tour begins at its first step", () => {
  begin();
  apply({ tour: "tour", step: 2 });
  apply({ tour: null });
  apply({ tour: "tour" });
  assert.deepEqual([now.step, now.exploring, tour()?.title], [0, false, "A tour"]);
});

Deno.test("a step says itself where to look", () => {
  begin();
  apply({ tour: "tour", view: { lat: 1, lon: 2, zoom: 3 } });
  assert.ok(!heard.includes("view"));
  apply({ view: { lat: 1, lon: 2, zoom: 3 } });
  assert.ok(heard.includes("view"));
});

Deno.test("only what a person does is counted", () => {
  begin();
  const before = actionCount();
  apply({ layers: ["east"] });
  act({ layers: [] });
  assert.equal(actionCount(), before + 1);
});

Deno.test("the state that is told is a copy", () => {
  begin();
  read().layers.push("west");
  assert.deepEqual(now.layers, []);
});
