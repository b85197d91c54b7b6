import assert from "node:assert/strict";
import { teller } from "../component.js";
import { comeBack } from "../connection.js";

/** What waits for its time. @type {(() => void)[]} */
const later = [];
globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ act) => later.push(act));
/** Let time pass. */
const wait = () => later.splice(0).forEach((act) => act());
const there = () => ({ isConnected: true });

/** A component as Python sends it. @param {object} parentElement @param {unknown[][]} sent */
const component = (parentElement, sent) => (/** @type {number} */ heard) =>
  teller({
    data: { heard },
    parentElement: /** @type {HTMLElement} */ (parentElement),
    setStateValue: (_name, deeds) => void sent.push(/** @type {unknown[]} */ (deeds)),
  });
/** The values of what is told, but for the last, which only makes it differ. @param {unknown[] | undefined} deeds */
const values = (deeds) =>
  /** @type {[number, string, unknown][]} */ (deeds).slice(0, -1).map((deed) => deed[2]);

Deno.test("what is not confirmed is told again with the next deed, in order", () => {
  /** @type {unknown[][]} */
  const sent = [], mount = component(there(), sent);
  const tell = mount(0);
  for (const country of ["RU", "GE", "IR"]) tell("close", country);
  assert.deepEqual(sent.map(values), [["RU"], ["RU", "GE"], ["RU", "GE", "IR"]]);
  const [[first], [second]] = /** @type {[number][]} */ (sent[2]);
  assert.ok(second > first);
  mount(second)("close", "AM");
  assert.deepEqual(values(sent.at(-1)), ["IR", "AM"]);
});

Deno.test("a component that comes back goes on with larger numbers", () => {
  /** @type {[number][][]} */
  const before = [];
  /** @type {[number][][]} */
  const after = [];
  component(there(), before)(0)("read", "blank:1");
  component(there(), after)(before[0][0][0])("read", "blank:2");
  assert.ok(after[0][0][0] > before[0][0][0]);
  assert.equal(after[0].length, 2);
});

Deno.test("what got lost is told again, and what was confirmed is not", () => {
  /** @type {unknown[][]} */
  const sent = [], mount = component(there(), sent), number = mount(0)("ask", "presets:georgia-closed=on");
  wait();
  assert.deepEqual(sent.map(values), [["presets:georgia-closed=on"], ["presets:georgia-closed=on"]]);
  mount(number);
  wait();
  assert.equal(sent.length, 2);
});

Deno.test("it is told no more where nobody answers, or the component is gone", () => {
  /** @type {unknown[][]} */
  const sent = [], place = there();
  component(place, sent)(0)("ask", "a");
  for (let n = 0; n < 9; n += 1) wait();
  assert.equal(sent.length, 3);
  component(place, sent)(0)("ask", "b");
  place.isConnected = false;
  wait();
  assert.equal(sent.length, 4);
});

Deno.test("no two tellings are equal, so that a new session hears of a change", () => {
  /** @type {unknown[][]} */
  const sent = [];
  component(there(), sent)(0)("ask", "a");
  wait();
  assert.notDeepEqual(sent[0], sent[1]);
});

Deno.test("what was done while nobody heard is told when the connection is back", () => {
  /** @type {unknown[][]} */
  const sent = [];
  component(there(), sent)(0)("ask", "a");
  for (let n = 0; n < 9; n += 1) wait();
  comeBack();
  assert.deepEqual(values(sent.at(-1)), ["a"]);
  assert.equal(sent.length, 4);
});
