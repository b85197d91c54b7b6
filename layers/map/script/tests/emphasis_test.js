import assert from "node:assert/strict";
import tokens from "../../tokens.json" with { type: "json" };
import { big, isDim, isLit, isNamed, scale } from "../emphasis.js";
import { themed } from "../facts.js";
import { correct, step } from "../state.js";
import { enlarged } from "../tokens.js";
import { small } from "./small_atlas.js";

/** @param {number} at */
function showStep(at) {
  small();
  correct({ tour: "tour", step: at });
}

Deno.test("without a tour nothing is lit, named or dim", () => {
  small();
  assert.deepEqual([isLit("east"), isNamed("east"), isDim("east"), big()], [false, false, false, 0]);
});

Deno.test("a step names what it lights and what it rings, exactly", () => {
  showStep(0);
  assert.deepEqual(["east/main", "place:baku", "place:azerbaijan"].map(isNamed), [true, true, true]);
  assert.deepEqual(["east", "east/port", null].map(isNamed), [false, false, false]);
});

Deno.test("with a layer all that it holds is lit, and the rest is dim", () => {
  showStep(1);
  assert.ok(isLit("west/pipe") && !isDim("west/pipe"));
  assert.ok(isDim("east/main") && !isNamed("west/pipe"));
});

Deno.test("a step that lights nothing dims nothing", () => {
  showStep(2);
  assert.equal(isDim("east/main"), false);
});

Deno.test("while the map is left to the class there is no step", () => {
  showStep(0);
  correct({ exploring: true });
  assert.equal(step(), null);
  assert.equal(isDim("west"), false);
});

Deno.test("a tour is drawn larger on a larger screen, within limits, and smaller in a small window", () => {
  assert.equal(scale(1280, 720), 1);
  assert.equal(scale(1920, 1080), 1.5);
  assert.equal(scale(1024, 768), 1);
  assert.equal(scale(896, 540), 0.7);
  assert.equal(scale(844, 390), 0.65);
  assert.equal(scale(7680, 4320), 2.5);
  assert.equal(scale(390, 844), 0.65);
});

Deno.test("type that a step enlarges is at least what the last row can read", () => {
  small();
  const { type, glyph } = enlarged(themed("light"), 2), least = 2 * tokens.type.presenter.label_min;
  const sizes = Object.values(type.map).flatMap(({ size }) => size);
  assert.ok(sizes.every((size) => size >= least), sizes.join());
  assert.equal(glyph.size.close, 2 * tokens.glyph.size.presenter);
});

Deno.test("a theme's colours lie over what both share", () => {
  small();
  assert.equal(themed("dark").map.land, tokens.dark.map.land);
  assert.equal(themed("dark").spotlight.label_gap, tokens.spotlight.label_gap);
  assert.equal(themed("dark").spotlight.ring, tokens.dark.spotlight.ring);
});
