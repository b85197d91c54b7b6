import { deepEqual, ok } from "node:assert/strict";

import { framed } from "../present/framing.js";

const VIEW = { lat: 40.4, lon: 49.6, zoom: 5 };

Deno.test("a map as large as the projector's step keeps its zoom", () => {
  deepEqual(framed(VIEW, 1280, 508 + 30), [40.4, 49.6, 5]);
});

Deno.test("a map half as large is twice as large on the projector: one zoom nearer", () => {
  deepEqual(framed(VIEW, 640, 254 + 30), [40.4, 49.6, 6]);
});

Deno.test("the narrower side decides, so that nothing is cut off", () => {
  ok(framed(VIEW, 1280, 1000)[2] < 5);
  ok(framed(VIEW, 2560, 538)[2] < 5);
});

Deno.test("the zoom stays within what a tour may name", () => {
  deepEqual(framed({ ...VIEW, zoom: 11 }, 640, 284)[2], 11);
  deepEqual(framed({ ...VIEW, zoom: 3 }, 2560, 1046)[2], 3);
});
