import assert from "node:assert/strict";
import { call, on, startAll } from "../hooks.js";

/** Runs something and returns what it reported. @param {() => void} run */
function reported(run) {
  /** @type {unknown[]} */
  const faults = [], report = globalThis.reportError;
  globalThis.reportError = (fault) => void faults.push(fault);
  try {
    run();
  } finally {
    globalThis.reportError = report;
  }
  return faults.map(String);
}

const fail = () => {
  throw new Error("broken part");
};

Deno.test("a part that fails at the start is reported and takes no other along", () => {
  /** @type {string[]} */
  const begun = [];
  const faults = reported(() => startAll([() => begun.push("first"), fail, () => begun.push("last")]));
  assert.deepEqual(begun, ["first", "last"]);
  assert.deepEqual(faults, ["Error: broken part"]);
});

Deno.test("a part that fails to answer is reported and takes no other along", () => {
  /** @type {unknown[]} */
  const heard = [];
  on("move", fail);
  on("move", (word) => heard.push(word));
  assert.deepEqual(reported(() => call("move", 7)), ["Error: broken part"]);
  assert.deepEqual(heard, [7]);
});

Deno.test("parts answer in the order in which they joined, and only their hooks", () => {
  /** @type {number[]} */
  const heard = [];
  for (const n of [1, 2, 3]) on("rest", () => heard.push(n));
  call("theme");
  call("rest");
  assert.deepEqual(heard, [1, 2, 3]);
});
