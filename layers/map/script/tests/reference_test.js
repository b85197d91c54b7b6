import assert from "node:assert/strict";
import { known } from "../facts.js";
import { featureOf, format, isKnown, isPlace, layerOf, placeOf, placeRef } from "../reference.js";
import { small } from "./small_atlas.js";

small();

Deno.test("a feature's layer is what stands before the slash", () => {
  assert.equal(layerOf("east/main"), "east");
  assert.equal(layerOf("east"), "east");
});

Deno.test("a feature's own id is what stands behind the slash", () => {
  assert.equal(featureOf("east/main"), "main");
  assert.deepEqual([featureOf("east"), featureOf("place:baku"), featureOf(null)], [null, null, null]);
});

Deno.test("a place has no layer, and only a place has a place's id", () => {
  assert.equal(layerOf("place:baku"), null);
  assert.equal(placeOf("place:baku"), "baku");
  assert.equal(placeOf("east/main"), null);
  assert.ok(isPlace("place:baku") && !isPlace("east"));
});

Deno.test("nothing is no reference", () => {
  assert.deepEqual([layerOf(null), placeOf(null), layerOf(undefined), placeOf("")], [null, null, null, null]);
});

Deno.test("a reference is written as it is read", () => {
  assert.equal(format("east", "main"), "east/main");
  assert.equal(format("east"), "east");
  assert.equal(placeOf(placeRef("baku")), "baku");
});

Deno.test("only what the atlas has is known", () => {
  const asked = ["east", "east/main", "place:baku", "moon", "east/none", "place:east", "baku"];
  assert.deepEqual(asked.filter((ref) => isKnown(ref, known)), ["east", "east/main", "place:baku"]);
});
