import { deepEqual, equal } from "node:assert/strict";

import { cardOf, selection } from "../selection.js";

Deno.test("the card of a part is its layer's, a place has its own", () => {
  equal(cardOf("zangezur/aghband-agarak"), "zangezur");
  equal(cardOf("place:meghri"), "place:meghri");
  equal(cardOf("essay-places/meghri"), "place:meghri");
  equal(cardOf("essay-places"), "essay-places");
});

Deno.test("nothing selected opens no card", () => {
  equal(cardOf(null), "");
  equal(cardOf(undefined), "");
});

Deno.test("what is selected has its layer on, once", () => {
  deepEqual(selection("tamar/platform", ["anaklia"]), {
    selected: "tamar/platform",
    layers: ["anaklia", "tamar"],
  });
  deepEqual(selection("tamar", ["tamar"]), { selected: "tamar", layers: ["tamar"] });
});

Deno.test("a place leaves the layers as they are", () => {
  deepEqual(selection("place:meghri", ["tamar"]), { selected: "place:meghri" });
});
