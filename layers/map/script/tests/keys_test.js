import assert from "node:assert/strict";
import { BACK, backFor, keyFor, KEYS } from "../tour/keys.js";

Deno.test("no key does two things", () => {
  const all = KEYS.flatMap(({ keys }) => keys);
  assert.equal(new Set(all).size, all.length);
});

Deno.test("every action stands once", () => {
  assert.equal(new Set(KEYS.map(({ does }) => does)).size, KEYS.length);
});

Deno.test("letters count whatever Shift says, named keys as they are", () => {
  assert.equal(keyFor({ key: "B" })?.does, "black");
  assert.equal(keyFor({ key: "ArrowRight" })?.does, "next");
  assert.equal(keyFor({ key: "arrowright" }), undefined);
});

Deno.test("what only the window with the key may do is not sent from the speaker's", () => {
  const own = KEYS.filter((one) => one.own).map(({ does }) => does);
  assert.deepEqual(own, ["fill", "speaker"]);
  assert.deepEqual(KEYS.filter((one) => one.own && one.speaker), []);
});

Deno.test("notes and leaving are not for the speaker's window either", () => {
  assert.deepEqual(["n", "Escape"].map((key) => keyFor({ key })?.speaker), [undefined, undefined]);
});

Deno.test("what brings the tour back is on a clicker, too", () => {
  for (const key of BACK.flatMap(({ keys }) => keys)) assert.ok(keyFor({ key }), key);
  assert.equal(backFor({ key: "PageDown" })?.does, "explore");
});
