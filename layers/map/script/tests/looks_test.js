import assert from "node:assert/strict";
import tokens from "../../tokens.json" with { type: "json" };
import { dash, looksOf, looksOfPieces, modeFactor, outlines, texture } from "../marks/looks.js";
import { piecesInDoubt } from "../marks/doubt.js";
import { small } from "./small_atlas.js";

small();
const PLAIN = { zoom: 5, big: 0, selected: false, lit: false, dim: false };

/**
 * @param {Partial<LayerLine>} more
 * @param {Partial<FeatureFacts>} [facts]
 */
const line = (more, facts = {}) => /** @type {LayerLine} */ ({
  subject: "gas",
  mode: "rail",
  status: "operating",
  isArea: false,
  share: null,
  facts: { name: "", subject: "gas", ...facts },
  parts: () => [[{ lat: 40, lng: 45 }, { lat: 41, lng: 46 }]],
  ...more,
});

Deno.test("the width follows zoom, straight between the table's steps, and the mode", () => {
  const widths = [3, 4, 5.5, 7.35, 9, 11].map((zoom) =>
    looksOf(line({}), { ...PLAIN, zoom }).core["stroke-width"]
  );
  assert.deepEqual(widths, [2.5, 2.5, 3.25, 4.17, 5, 5]);
  assert.equal(looksOf(line({ mode: "sea" }), PLAIN).core["stroke-width"], 1.8);
});

Deno.test("a tour draws at least six px, and no mode thinner than its least factor", () => {
  const how = { ...PLAIN, zoom: 4, big: 1 };
  assert.equal(looksOf(line({}), how).core["stroke-width"], 6);
  assert.equal(looksOf(line({ mode: "sea" }), how).core["stroke-width"], 4.2);
});

Deno.test("the dash says the status; only unbroken and dotted lines end round", () => {
  const caps = ["operating", "planned", "closed"].map((status) => dash({ status }, 4)["stroke-linecap"]);
  assert.deepEqual(caps, ["round", "butt", "round"]);
  assert.equal(dash({ status: "planned" }, 4)["stroke-dasharray"], "6.8 5.2");
  assert.equal(dash({ status: "operating" }, 4)["stroke-dasharray"], null);
});

Deno.test("a selected line has paper and outline instead of its casing", () => {
  assert.deepEqual(Object.keys(looksOf(line({}), PLAIN)).sort(), ["casing", "core"]);
  const selected = looksOf(line({}), { ...PLAIN, selected: true });
  assert.deepEqual(Object.keys(selected).sort(), ["core", "outline", "paper"]);
  assert.deepEqual(selected.paper, outlines("gas", 3).paper);
});

Deno.test("a line under the pointer is wider, its dash stays", () => {
  const planned = line({ status: "planned" }), lit = looksOf(planned, { ...PLAIN, lit: true }).core;
  assert.equal(lit["stroke-width"], 3 + tokens.line.hover_extra);
  assert.equal(lit["stroke-dasharray"], looksOf(planned, PLAIN).core["stroke-dasharray"]);
});

Deno.test("hollow goes before beads, beads before a road's slits", () => {
  const widths = { width: 10, rail: 20 };
  const [hollow, beads, road] = [{ isHollow: true }, { mode: "pipeline", status: "operating" }, {
    mode: "road",
  }]
    .map((one) => texture({ subject: "gas", ...one }, widths)?.["stroke-width"]);
  assert.deepEqual([hollow, beads, road], [4.2, 19, 6]);
  assert.equal(texture({ subject: "gas", mode: "pipeline", status: "planned" }, widths), null);
  assert.equal(texture({ subject: "gas", mode: "rail" }, widths), null);
});

Deno.test("a road's slits lie in its dashes, so that it is neither a railway nor hollow", () => {
  const slits = (/** @type {string} */ status) =>
    texture({ subject: "gas", mode: "road", status }, { width: 10, rail: 12 });
  assert.equal(slits("operating")?.["stroke-dasharray"], "22 18");
  assert.deepEqual([slits("planned")?.["stroke-dasharray"], slits("planned")?.["stroke-dashoffset"]], [
    "11 19",
    "-3",
  ]);
});

Deno.test("a road lies wholly under the rails", () => {
  const passes = Object.keys(looksOf(line({ mode: "road" }), PLAIN));
  assert.ok(passes.length > 2 && passes.every((pass) => pass.startsWith("road-")));
});

Deno.test("an area is filled in its subject's colour, a dimmed one in grey", () => {
  assert.equal(looksOf(line({ isArea: true }), PLAIN).area.class, "area s-gas");
  assert.deepEqual(looksOf(line({ isArea: true }), { ...PLAIN, dim: true, big: 1 }), {
    area: { class: "area dimmed", style: null },
  });
});

Deno.test("on a shared track the lower line is not drawn, others take turns", () => {
  assert.deepEqual(looksOf(line({ share: { hidden: true } }), PLAIN), {});
  const { core, casing } = looksOf(line({ share: { hidden: false, pattern: "12 12", offset: -12 } }), PLAIN);
  assert.equal(core["stroke-dashoffset"], -12);
  assert.equal(casing, undefined);
});

Deno.test("a piece is in doubt where its error is wider on screen than twice the line", () => {
  const doubtful = line({}, { geometry_class: "hand", uncertainty_km: 5 });
  assert.equal(piecesInDoubt(doubtful, { ...PLAIN, zoom: 4 }).length, 0);
  assert.equal(piecesInDoubt(doubtful, { ...PLAIN, zoom: 10 }).length, 1);
  assert.equal(
    piecesInDoubt(line({ mode: "sea" }, { geometry_class: "hand", uncertainty_km: 5 }), PLAIN).length,
    0,
  );
  assert.ok(looksOfPieces(doubtful, PLAIN).over);
  assert.deepEqual(looksOfPieces(doubtful, { ...PLAIN, dim: true }), {});
});

Deno.test("modes that the table does not name are as wide as a railway", () => {
  assert.deepEqual(["rail", "sea", undefined, "kite"].map((mode) => modeFactor(mode)), [1, 0.6, 1, 1]);
});
