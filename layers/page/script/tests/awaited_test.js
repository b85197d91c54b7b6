import { equal } from "node:assert/strict";

import { Awaited } from "../awaited.js";

const later = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

Deno.test("what was done stands against older words, and ends when the map says it", () => {
  const boxes = new Awaited(() => true);
  boxes.want("tamar", true);
  equal(boxes.shown("tamar", false), true);
  equal(boxes.shown("anaklia", false), false);
  equal(boxes.shown("tamar", true), true);
  equal(boxes.shown("tamar", false), false);
});

Deno.test("what was done last counts", () => {
  const cards = new Awaited(() => true);
  cards.want("card", "tamar");
  cards.want("card", "anaklia");
  equal(cards.shown("card", "tamar"), "anaklia");
  equal(cards.shown("card", "anaklia"), "anaklia");
});

Deno.test("a map that does not follow is believed after a while", async () => {
  let asked = 0;
  const boxes = new Awaited(() => Boolean(++asked), 5);
  boxes.want("tamar", true);
  await later(30);
  equal(asked, 1);
  equal(boxes.shown("tamar", false), false);
});

Deno.test("a map that cannot hear yet is waited for", async () => {
  let hears = false;
  const boxes = new Awaited(() => hears, 5);
  boxes.want("tamar", true);
  await later(30);
  equal(boxes.shown("tamar", false), true);
  hears = true;
  await later(30);
  equal(boxes.shown("tamar", false), false);
});
