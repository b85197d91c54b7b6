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

Deno.test("what is called just so leaves out what is only like it", () => {
  names([
    { ref: "place:senegal", name: "Senegal", also: "", kind: "country" },
    { ref: "place:sangachal", name: "Sangachal", also: "Səngəçal", kind: "town" },
  ]);
  deepEqual(refs("Səngəçal"), ["place:sangachal"]);
  deepEqual(refs("sengeçal"), ["place:sangachal"]);
});

Deno.test("blanks and invisible letters do not matter", () => {
  names([{ ref: "place:xian", name: "Xi’an", also: "西安", kind: "city" }]);
  for (const typed of ["Xi an", "xi\u200ban", "ｘｉａｎ", "xian"]) {
    deepEqual(refs(typed), ["place:xian"], typed);
  }
});

Deno.test("of several called alike, the name itself comes before another spelling", () => {
  names([
    { ref: "place:lake", name: "Lake", also: "Van", kind: "lake" },
    { ref: "place:van", name: "Van", also: "", kind: "city" },
  ]);
  deepEqual(refs("van"), ["place:van", "place:lake"]);
});

Deno.test("who asks says what counts; else it must be on the map", () => {
  const leg = { ref: "", name: "Baku–Alat", also: "", kind: "leg, rail", closes: "az-baku-alat" };
  names([...ENTRIES, leg]);
  equal(refs("Baku Alat").includes(""), false);
  const [hit, ...others] = find("baku", ({ closes }) => Boolean(closes));
  deepEqual([hit.closes, hit.group, others.length], ["az-baku-alat", "Corridors and legs", 0]);
});

Deno.test("new names replace the old ones", () => {
  names(ENTRIES);
  equal(refs("baku").length > 0, true);
  names([]);
  deepEqual(refs("baku"), []);
});

Deno.test("of two with one name the layer comes before the place", () => {
  names([
    { ref: "place:tamar", name: "Tamar gas field", also: "Tamar", kind: "area" },
    { ref: "place:turkiye", name: "Türkiye", also: "Turkey", kind: "country" },
    { ref: "tamar", name: "Tamar gas field", also: "Tamar", kind: "layer" },
    { ref: "turkiye-israel", name: "Türkiye and Israel", also: "Turkey", kind: "layer" },
  ]);
  equal(find("tamar")[0].ref, "tamar");
  equal(find("Turkey")[0].ref, "place:turkiye");
  names([
    { ref: "place:alat", name: "Alat", also: "Port of Baku", kind: "port" },
    { ref: "port-of-baku", name: "Port of Baku (Alat)", also: "Port of Baku", kind: "layer" },
  ]);
  deepEqual(refs("port of baku"), ["port-of-baku", "place:alat"]);
});
