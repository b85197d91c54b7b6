import { equal } from "node:assert/strict";

import { fold, plain } from "../search/fold.js";

Deno.test("capitals and marks on letters fall away", () => {
  equal(fold("Constanța"), "constanta");
  equal(fold("TÜRKİYE"), "turkiye");
});

Deno.test("letters that are no letter with a mark have their plain one", () => {
  equal(fold("Ağdərə, Sıvas, Łódź"), "agdere, sivas, lodz");
  equal(fold("Straße"), "strasse");
});

Deno.test("apostrophes of any kind fall away", () => {
  equal(fold("Sana’a"), fold("Sana'a"));
  equal(fold("Beʼer"), "beer");
});

Deno.test("Arabic letters are the Persian ones of the same look", () => {
  equal(fold("كيش"), fold("کیش"));
});

Deno.test("plain words have one space between them and none around", () => {
  equal(plain("  Baku–Tbilisi–Kars (BTK)  "), "baku tbilisi kars btk");
});
