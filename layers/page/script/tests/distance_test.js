import { deepEqual, equal, ok } from "node:assert/strict";

import { distance, scattered, typos } from "../search/distance.js";

Deno.test("the same name has no typing error", () => {
  deepEqual(typos("baku", "baku"), { whole: 0, start: 0 });
});

Deno.test("a letter wrong, missing, too many or swapped with the next counts one", () => {
  for (const typed of ["poto", "pot", "potii", "ptoi"]) equal(typos(typed, "poti").whole, 1, typed);
});

Deno.test("letters that are swapped over a distance count two", () => {
  equal(typos("ptio", "poti").whole, 2);
});

Deno.test("the beginning of a name is measured by its nearest beginning", () => {
  deepEqual(typos("anak", "anaklia"), { whole: 3, start: 0 });
  deepEqual(typos("ankalia port", "anaklia"), { whole: 6, start: 6 });
});

Deno.test("nothing typed is as far as the name is long", () => {
  deepEqual(typos("", "poti"), { whole: 4, start: 0 });
});

Deno.test("typing errors count by their share of what was typed", () => {
  equal(distance("baku", "baku"), 0);
  equal(distance("bakx", "baku"), 1 / 4 + 0.2);
});

Deno.test("blanks that are set otherwise are no error", () => equal(distance("xi an", "xian"), 0));

Deno.test("what is typed right is nearer than what is mistyped", () => {
  ok(distance("baku port", "port of baku") < distance("bakux", "baku"));
});

Deno.test("words may stand in several names of one thing", () => {
  equal(scattered("btc pipeline", ["baku", "btc", "southern", "pipelines"]), 0.25);
  equal(scattered("btc", ["btc"]), Infinity);
});

Deno.test("a beginning is behind the whole name, loose words are behind a beginning", () => {
  const whole = distance("port", "port");
  const beginning = distance("port", "port of baku");
  const loose = distance("baku port", "port of baku");
  ok(whole < beginning && beginning < loose, `${whole} ${beginning} ${loose}`);
});

Deno.test("loose words are each measured by the nearest word of the name", () => {
  equal(distance("caspian middle", "middle caspian"), 0.2);
});
