/* Who takes how much of the map: boxes that labels leave free, edges that what is fitted keeps clear of.
 * Boxes are in px of the window. */

/** @type {(() => Iterable<DOMRect>)[]} */
const reserves = [];
/** @type {(() => Iterable<DOMRect>)[]} */
const controls = [];
/** @type {(() => {top?: number, bottom?: number})[]} */
const covers = [];
/**
 * What stands in the lower right corner and can move to the upper one.
 * @type {Corner | null}
 */
let corner = null;
/** @type {(() => DOMRect) | null} */
let startBox = null;

/** @param {() => Iterable<DOMRect>} boxes asked for whenever labels are placed */
export const reserve = (boxes) => void reserves.push(boxes);
export const reserved = () => reserves.flatMap((boxes) => [...boxes()]);

/**
 * Controls and cards, which also the routes' numbers keep clear of.
 * @param {() => Iterable<DOMRect>} boxes
 * @param {() => Iterable<DOMRect>} [free] what labels leave free of them, where it is less
 */
export function addControl(boxes, free = boxes) {
  controls.push(boxes);
  reserve(free);
}
export const controlBoxes = () => controls.flatMap((boxes) => [...boxes()]).filter(({ width }) => width > 0);

/**
 * A part of a small map that takes a whole edge, in px.
 * @param {() => {top?: number, bottom?: number}} room
 */
export const cover = (room) => void covers.push(room);
/** @param {"top" | "bottom"} edge */
export const covered = (edge) => Math.max(0, ...covers.map((room) => room()[edge] ?? 0));
export const coveredEdges = () => ({ top: covered("top"), bottom: covered("bottom") });

/**
 * A part in the upper left corner that stays where it is.
 * @param {() => DOMRect} box
 */
export const takeStart = (box) => void (startBox = box);
export const startPart = () => startBox?.() ?? null;

/** @param {Corner} part */
export const takeCorner = (part) => void (corner = part);
export const cornerPart = () => corner;

/**
 * Boxes of the window as boxes of the map.
 * @param {Iterable<DOMRect>} boxes
 * @param {Element} container
 * @returns {Edges[]}
 */
export function onMap(boxes, container) {
  const { left, top } = container.getBoundingClientRect();
  return [...boxes].map((box) => ({
    left: box.left - left,
    right: box.right - left,
    top: box.top - top,
    bottom: box.bottom - top,
  }));
}
