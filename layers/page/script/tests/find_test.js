import { deepEqual, equal } from "node:assert/strict";

import { find, names } from "../search/find.js";

/** @import { Entry } from "../types.d.ts" */

/** @type {Entry[]} */
const ENTRIES = [
  { ref: "place:baku", name: "Baku", also: "Bakı | باکو", kind: "place" },
  { ref: "place:khankendi", name: "Khankendi", also: "Stepanakert | Xankəndi", kind: "place" },
  { ref: "port-of-baku", name: "Port of Baku", also: "Alat", kind: "layer" },
  { ref: "middle-corridor/alat-baku", name: "Alat – Baku", also: "", kind: "part" },
];
const refs = (/** @type {string} */ typed) => find(typed).map(({ ref }) => ref);

Deno.test("every spelling leads to its thing, and is told", () => {
  names(ENTRIES);
  for (const typed of ["Stepanakert", "xankendi", "Stepenakert"]) {
    equal(find(typed)[0].ref, "place:khankendi", typed);
  }
  equal(find("stepanakert")[0].by, "Stepanakert");
  equal(find("باكو")[0].ref, "place:baku");
});

Deno.test("of equally near spellings the name itself is told", () => {
  names(ENTRIES);
  equal(find("baki")[0].by, "Bakı");
  equal(find("baku")[0].by, "Baku");
});

Deno.test("a part of a layer comes behind the layer of the same name", () => {
  names([
    { ref: "a/anaklia", name: "Anaklia", also: "", kind: "part" },
    { ref: "anaklia", name: "Anaklia", also: "", kind: "layer" },
  ]);
  deepEqual(refs("anaklia"), ["anaklia", "a/anaklia"]);
});

Deno.test("hits stand in groups, the group of the nearest first", () => {
  names(ENTRIES);
  deepEqual(find("baku").map(({ group }) => group), ["Places", "Layers and cards"]);
  equal(find("alat")[0].group, "Layers and cards");
});

Deno.test("what is far from every name finds nothing", () => {
  names(ENTRIES);
  deepEqual(refs("reykjavik"), []);
  deepEqual(refs("?"), []);
});

Deno.test("new names replace the old ones", () => {
  names(ENTRIES);
  equal(refs("baku").length > 0, true);
  names([]);
  deepEqual(refs("baku"), []);
});
