import assert from "node:assert/strict";
import { inSlices } from "../slices.js";

/** Work that takes longer than a slice for each of its parts. @param {string[]} done */
function* slow(done) {
  for (const part of ["a", "b", "c"]) {
    const begun = performance.now();
    while (performance.now() - begun < 8); // busy
    done.push(part);
    yield;
  }
  return "all";
}

Deno.test("others get through while work goes on", async () => {
  /** @type {string[]} */
  const done = [];
  const work = inSlices(slow(done));
  setTimeout(() => done.push("a key"));
  assert.equal(await work, "all");
  assert.ok(done.indexOf("a key") > 0 && done.indexOf("a key") < 3, done.join());
});

Deno.test("short work is done at once", () => {
  const done = [];
  inSlices((function* () {
    done.push("a");
    yield;
    done.push("b");
  })());
  assert.equal(done.length, 2);
});

Deno.test("work that has become useless is given up", async () => {
  /** @type {string[]} */
  const done = [];
  assert.equal(await inSlices(slow(done), () => done.includes("b")), undefined);
  assert.deepEqual(done, ["a", "b"]);
});
