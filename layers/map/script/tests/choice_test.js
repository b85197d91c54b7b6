import assert from "node:assert/strict";
import { choose, inOrder, meets, settling } from "../labels/choice.js";

/**
 * All names in one go.
 * @param {Parameters<typeof settling>} given
 */
function settled(...given) {
  const work = settling(...given);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** @type {any} */
const ROOM = { weight: (/** @type {LabelBox} */ { y }) => (y < 100 ? 5 : 0) };
const VIEW = { frame: /** @type {Frame} */ ({ width: 500, height: 500 }), room: /** @type {Room} */ (ROOM) };

/**
 * @param {string} id
 * @param {Partial<Offer>} [more]
 * @returns {Offer}
 */
const offer = (id, more) => ({
  id,
  kind: "town",
  text: id,
  style: { size: 12, weight: 400 },
  turn: ["city", 1],
  lines: 1,
  limit: 20,
  pad: 2,
  places: () => [place(200, 200, 0)],
  ...more,
});

/**
 * @param {number} x
 * @param {number} y
 * @param {number} cost
 */
const place = (x, y, cost) => ({ x, y, w: 40, h: 12, cost });

Deno.test("what is chosen comes first, then class, rank and id", () => {
  const offers = [
    offer("b"),
    offer("a"),
    offer("large", { turn: ["city", 0] }),
    offer("sea", { turn: ["sea", 3] }),
    offer("chosen", { turn: ["chosen", 9] }),
  ];
  assert.deepEqual(inOrder(offers).map(({ id }) => id), ["chosen", "sea", "large", "a", "b"]);
});

Deno.test("the cheapest free place is taken, with the lines under it counted", () => {
  const places = () => [place(200, 50, 0), place(200, 200, 3)];
  assert.equal(choose(offer("a", { places }), VIEW, [])?.y, 200);
});

Deno.test("a place that is taken, at the edge or too dear is none", () => {
  assert.equal(choose(offer("a"), VIEW, [{ x: 230, y: 205, w: 50, h: 50 }]), null);
  assert.equal(choose(offer("a", { places: () => [place(1, 200, 0)] }), VIEW, []), null);
  assert.equal(choose(offer("a", { limit: 2, judged: () => 3 }), VIEW, []), null);
});

Deno.test("labels keep their distance", () => {
  const a = place(0, 0, 0), b = place(45, 0, 0);
  assert.equal(meets(a, b, 3), false);
  assert.equal(meets(a, b, 6), true);
});

Deno.test("the later of two names that want one place stays away, its stop keeps the dot", () => {
  const dot = { ref: "place:b", x: 300, y: 300, radius: 3, isCapital: false, isStop: true };
  const { labels, dots } = settled([offer("b", { dot }), offer("a", { turn: ["capital", 1] })], VIEW, []);
  assert.deepEqual(labels.map(({ id }) => id), ["a"]);
  assert.deepEqual(dots, [dot]);
});

Deno.test("no name stands where something is reserved", () => {
  assert.deepEqual(settled([offer("a")], VIEW, [{ x: 0, y: 0, w: 500, h: 500 }]).labels, []);
});

Deno.test("a place with a dot or a line of its own on what is taken is none, and both keep their room", () => {
  const dot = (/** @type {number} */ x) => ({
    ref: "place:a",
    x,
    y: 300,
    radius: 3,
    isCapital: false,
    isStop: false,
    leader: { x: 220, y: 212 },
  });
  const places = () => [{ ...place(200, 200, 0), dot: dot(300) }, { ...place(200, 200, 1), dot: dot(100) }];
  const taken = { x: 255, y: 250, w: 10, h: 12 }; // across the first line
  assert.equal(choose(offer("a", { places }), VIEW, [])?.dot?.x, 300);
  assert.equal(choose(offer("a", { places }), VIEW, [taken])?.dot?.x, 100);
  const later = offer("b", { turn: ["city", 2], places: () => [place(240, 250, 0)] });
  assert.deepEqual(settled([offer("a", { places }), later], VIEW, []).labels.map(({ id }) => id), ["a"]);
});
