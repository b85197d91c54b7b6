import { equal } from "node:assert/strict";

import { Awaited } from "../awaited.js";

Deno.test("what was done stands against the map's older words, and no longer than those", () => {
  const boxes = new Awaited();
  boxes.want("tamar", true, 7);
  equal(boxes.shown("tamar", false, 6), true);
  equal(boxes.shown("anaklia", false, 6), false);
  equal(boxes.shown("tamar", false, 7), false);
  equal(boxes.shown("tamar", false, 6), false);
});

Deno.test("what was done last counts", () => {
  const cards = new Awaited();
  cards.want("card", "tamar", 1);
  cards.want("card", "anaklia", 2);
  equal(cards.shown("card", "tamar", 1), "anaklia");
  equal(cards.shown("card", "anaklia", 2), "anaklia");
});
