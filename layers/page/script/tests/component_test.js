import assert from "node:assert/strict";
import { teller } from "../component.js";

/** A component as Python sends it. @param {object} parentElement @param {unknown[][]} sent */
const component = (parentElement, sent) => (/** @type {number} */ heard) =>
  teller({
    data: { heard },
    parentElement: /** @type {HTMLElement} */ (parentElement),
    setStateValue: (_name, deeds) => void sent.push(/** @type {unknown[]} */ (deeds)),
  });
/** @param {unknown[] | undefined} deeds */
const values = (deeds) => /** @type {[number, string, unknown][]} */ (deeds).map((deed) => deed[2]);

Deno.test("what is not confirmed is told again with the next deed, in order", () => {
  /** @type {unknown[][]} */
  const sent = [], mount = component({}, sent);
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
  component({}, before)(0)("read", "blank:1");
  component({}, after)(before[0][0][0])("read", "blank:2");
  assert.ok(after[0][0][0] > before[0][0][0]);
  assert.equal(after[0].length, 1);
});
